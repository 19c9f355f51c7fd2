package dev.strake.spec;

import dev.strake.value.AbsolutePath;
import dev.strake.value.HttpsUrl;
import dev.strake.value.RelativePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Doc("Where the cluster's state lives.")
@ExactlyOne
public record Etcd(
    @Doc("A member on each control plane node.") @Nullable Local local,
    @Doc("A cluster of etcd that somebody else runs.") @Nullable External external) {

  @Doc("A member on each control plane node.")
  public record Local(
      @Doc(value = "Where members keep their data.", byDefault = "/var/lib/etcd")
          @Nullable AbsolutePath dataDir,
      @Doc(value = "The size in bytes at which etcd stops taking writes.", byDefault = "2147483648")
          @Range(min = 0)
          @Nullable Long quotaBackendBytes,
      @Doc("Further flags, in this order.") List<ExtraArgument> extraArgs) {}

  @Doc("A cluster of etcd that somebody else runs.")
  public record External(
      @Doc("One URL a member: https://10.20.0.51:2379.") @NotEmpty List<HttpsUrl> endpoints,
      @Doc("The certificate of etcd's authority in PEM, in the repository.")
          @Nullable RelativePath caCertificate,
      @Doc("The API servers' client certificate in PEM, in the repository.")
          @Nullable RelativePath clientCertificate,
      @Doc("The key of the client certificate.") @Nullable SecretRef clientKeyRef) {}
}
