package dev.strake.spec;

import dev.strake.value.DebRevision;
import dev.strake.value.GoDuration;
import dev.strake.value.HttpsUrl;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Doc("How machines become nodes.")
public record Bootstrap(
    @Doc("What is generated for each machine. Absent: bash and cloud-init.") List<Format> format,
    @Doc(
            value =
                "How a joining node knows the API server. File: a kubeconfig with the authority's"
                    + " certificate. BootstrapToken: a token and the authority's hash; needs"
                    + " anonymous reading of kube-public/cluster-info.",
            byDefault = "File")
        Discovery discovery,
    @Doc("The token that joining nodes show. Absent: /run/kubeadm/token on the host.")
        @Nullable SecretRef bootstrapTokenRef,
    @Doc(value = "How long kubeadm waits.", byDefault = "{}") Timeouts timeouts,
    @Doc(value = "Where packages come from.", byDefault = "{}") Packages packages) {

  /** What is generated for each machine. */
  public enum Format {
    bash("bash"),
    cloudInit("cloud-init");

    private final String text;

    Format(String text) {
      this.text = text;
    }

    /** As the spec writes it. */
    @Override
    public String toString() {
      return text;
    }
  }

  /** How a joining node knows the API server. */
  public enum Discovery {
    File,
    BootstrapToken
  }

  @Doc("How long kubeadm waits.")
  public record Timeouts(
      @Doc(value = "For a control plane component to be well.", byDefault = "4m")
          GoDuration controlPlaneComponentHealthCheck,
      @Doc(value = "For the kubelet to be well.", byDefault = "4m") GoDuration kubeletHealthCheck,
      @Doc(value = "For a request to the API server.", byDefault = "1m")
          GoDuration kubernetesAPICall,
      @Doc(value = "For a request to etcd.", byDefault = "2m") GoDuration etcdAPICall,
      @Doc(value = "For the kubelet's first certificate.", byDefault = "5m")
          GoDuration tlsBootstrap,
      @Doc(value = "For a joining node to find the cluster.", byDefault = "5m")
          GoDuration discovery,
      @Doc(value = "For a static pod to be replaced in an upgrade.", byDefault = "5m")
          GoDuration upgradeManifests) {}

  @Doc("Where packages of kubelet, kubeadm and kubectl come from.")
  public record Packages(
      @Doc(
              value = "The repository, without the path of a minor.",
              byDefault = "https://pkgs.k8s.io")
          HttpsUrl repository,
      @Doc(value = "Keeps the system's own updates from touching them.", byDefault = "true")
          Boolean hold,
      @Doc(
              value = "The packages' revision in Debian's sense: 1.1 in 1.36.4-1.1.",
              byDefault = "1.1")
          DebRevision debRevision) {}
}
