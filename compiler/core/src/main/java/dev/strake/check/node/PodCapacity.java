package dev.strake.check.node;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedPool;
import dev.strake.spec.NodeTemplate;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;

/**
 * A capacity for pods that is not the kubelet's maxPods. The kubelet reports maxPods, whatever the
 * machine could bear.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/nodestatus/setters.go">MachineInfo
 *     in the kubelet</a>
 */
final class PodCapacity implements SpecCheck {

  static final Code POD_CAPACITY = Code.warning("spec/pod-capacity");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (ResolvedPool pool : cluster.pools()) {
      Quantity pods = pool.capacity().get(ResourceName.PODS);
      Integer most = pool.kubelet().maxPods();
      if (pods != null && pods.value() != most) {
        sink.report(
            cluster
                .origins()
                .ofEntry(pool.template(), NodeTemplate::capacity, ResourceName.PODS)
                .finding(
                    POD_CAPACITY,
                    "pool %s has capacity for %s pods, and its kubelets run %s"
                        .formatted(pool.name(), pods, most))
                .withHelp(
                    "leave pods out of the capacity; if %s are meant, write maxPods: %s under the"
                            .formatted(pods, pods)
                        + " pool's kubelet"));
      }
    }
  }
}
