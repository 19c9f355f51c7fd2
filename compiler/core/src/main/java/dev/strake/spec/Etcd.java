package dev.strake.spec;

import dev.strake.value.AbsolutePath;
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
          @Nullable Long quotaBackendBytes) {}

  @Doc("A cluster of etcd that somebody else runs.")
  public record External(
      @Doc("One URL a member: https://10.20.0.51:2379.") @NotEmpty List<String> endpoints) {}
}
