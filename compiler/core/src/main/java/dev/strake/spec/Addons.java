package dev.strake.spec;

import dev.strake.value.AddressPool;
import dev.strake.value.Cidr;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Doc("What runs in the cluster beside Kubernetes itself.")
public record Addons(
    @Doc("Lets HTTP in from outside. Absent: none.") @Nullable IngressAddon ingress,
    @Doc("Addresses for Services of type LoadBalancer. Absent: there are none.")
        @Nullable LoadBalancerPool loadBalancerPool,
    @Doc("Certificates from issuers. Absent: cert-manager does not run.")
        @Nullable CertManager certManager,
    @Doc(value = "Metrics of pods and nodes for autoscaling and kubectl top.", byDefault = "{}")
        MetricsServer metricsServer,
    @Doc(value = "Approves the kubelets' serving certificates.", byDefault = "{}")
        KubeletCsrApprover kubeletCSRApprover,
    @Doc("Metrics over time. Absent: none are kept.") @Nullable Monitoring monitoring,
    @Doc("Logs in one place. Absent: they stay on the machines.") @Nullable Logging logging,
    @Doc("Traces of requests. Absent: none.") @Nullable Tracing tracing,
    @Doc(value = "A service mesh.", byDefault = "{}") ServiceMesh serviceMesh,
    @Doc(value = "What grows and shrinks by itself.", byDefault = "{}") Autoscaling autoscaling) {

  @Doc("Addresses for Services of type LoadBalancer.")
  public record LoadBalancerPool(
      @Doc(value = "Who hands them out.", byDefault = "metallb") PoolProvider provider,
      @Doc("Ranges such as 10.20.0.200-10.20.0.220, or blocks.") @NotEmpty
          List<AddressPool> addresses) {

    /** Who hands out addresses. */
    public enum PoolProvider {
      metallb
    }
  }

  @Doc("Metrics of pods and nodes.")
  public record MetricsServer(
      @Doc(value = "Whether it runs.", byDefault = "false") Boolean enabled) {}

  @Doc("Approves the kubelets' serving certificates.")
  public record KubeletCsrApprover(
      @Doc(value = "Whether it runs.", byDefault = "false") Boolean enabled,
      @Doc("Blocks that the certificates' addresses must lie in. Absent: the machine network.")
          List<Cidr> providerIPPrefixes) {}

  @Doc("A service mesh.")
  public record ServiceMesh(
      @Doc(value = "Which mesh runs.", byDefault = "None") MeshProvider provider,
      @Doc(value = "Shows the mesh; there must be one.", byDefault = "false") Boolean kiali) {

    /** Which mesh runs. */
    public enum MeshProvider {
      None,
      Istio
    }
  }

  @Doc("What grows and shrinks by itself.")
  public record Autoscaling(
      @Doc(value = "Runs the vertical pod autoscaler.", byDefault = "false") Boolean vpa,
      @Doc(value = "Adds and removes machines.", byDefault = "{}")
          ClusterAutoscaler clusterAutoscaler) {}

  @Doc("Adds and removes machines, which needs a provider of machines: named nodes are none.")
  public record ClusterAutoscaler(
      @Doc(value = "Whether it runs.", byDefault = "false") Boolean enabled) {}
}
