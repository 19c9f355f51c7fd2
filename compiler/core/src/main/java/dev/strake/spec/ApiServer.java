package dev.strake.spec;

import dev.strake.value.DnsLabel;
import dev.strake.value.HostName;
import dev.strake.value.PodSecurityVersion;
import dev.strake.value.Port;
import dev.strake.value.RelativePath;
import dev.strake.value.ResourceType;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Doc("The API server.")
public record ApiServer(
    @Doc(
            "Further names and addresses of its certificate. The endpoint, the virtual address and"
                + " the nodes are in it anyway.")
        List<HostName> certSANs,
    @Doc(
            "Where it listens on each control plane. Absent: 6443, or 6444 where a load balancer on"
                + " the same machine takes that.")
        @Nullable Port bindPort,
    @Doc("Further flags, in this order.") List<ExtraArgument> extraArgs,
    @Doc(
            value =
                "Whom it answers without credentials. HealthEndpointsOnly: /livez, /readyz and"
                    + " /healthz; joining then needs bootstrap.discovery File.",
            byDefault = "Enabled")
        AnonymousAuth anonymousAuth,
    @Doc(value = "What is noted of requests, and for how long.", byDefault = "{}") Audit audit,
    @Doc("How objects are encrypted in etcd. Absent: not at all.") @Nullable Encryption encryption,
    @Doc("Pod Security admission where namespaces say nothing. Absent: Kubernetes' own defaults.")
        @Nullable PodSecurityDefaults podSecurity) {

  /** Whom the API server answers without credentials. */
  public enum AnonymousAuth {
    Enabled,
    HealthEndpointsOnly,
    Disabled
  }

  @Doc("What is noted of requests, and for how long.")
  public record Audit(
      @Doc(
              "An audit.k8s.io/v1 Policy in the repository. Absent: Strake's own, which notes who"
                  + " did what, the bodies of changes that matter, and no secret.")
          @Nullable RelativePath policy,
      @Doc(value = "Days until a log file is deleted.", byDefault = "30")
          @Range(min = 0, max = 36500)
          Integer maxAge,
      @Doc(value = "How many old log files are kept.", byDefault = "10")
          @Range(min = 0, max = 10000)
          Integer maxBackup,
      @Doc(value = "The size in megabytes at which a new log file begins.", byDefault = "100")
          @Range(min = 1, max = 1048576)
          Integer maxSize) {}

  @Doc("How objects are encrypted in etcd.")
  public record Encryption(
      @Doc("Which objects: secrets, configmaps, or deployments.apps with their group.") @NotEmpty
          List<ResourceType> resources,
      @Doc(value = "The cipher.", byDefault = "secretbox") Provider provider,
      @Doc("The keys, the first of which encrypts.") SecretRef keysRef) {

    /** Ciphers of the API server. */
    public enum Provider {
      secretbox,
      aesgcm,
      aescbc
    }
  }

  @Doc("Pod Security admission where namespaces say nothing.")
  public record PodSecurityDefaults(
      @Doc(value = "Pods that break it are refused.", byDefault = "privileged")
          ClusterNamespace.Level enforce,
      @Doc(value = "Pods that break it are noted in the audit log.", byDefault = "privileged")
          ClusterNamespace.Level audit,
      @Doc(value = "Whoever creates pods that break it is warned.", byDefault = "privileged")
          ClusterNamespace.Level warn,
      @Doc(value = "Whose release's standards count: v1.36, or latest.", byDefault = "latest")
          PodSecurityVersion version,
      @Doc("Namespaces that it does not look at.") List<DnsLabel> exemptNamespaces) {}
}
