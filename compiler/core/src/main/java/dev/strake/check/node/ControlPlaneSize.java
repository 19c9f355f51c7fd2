package dev.strake.check.node;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedPool;
import dev.strake.spec.NodeTemplate;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.List;

/**
 * Control planes on machines that kubeadm refuses before it does anything, when the first begins
 * and when others join.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/constants/constants.go">ControlPlaneNumCPU
 *     and ControlPlaneMem in kubeadm</a>
 */
final class ControlPlaneSize implements SpecCheck {

  static final Code CONTROL_PLANE_SIZE = Code.error("spec/control-plane-size");

  /**
   * @param least that kubeadm takes
   * @param usual that a control plane is happy with
   */
  private record Size(ResourceName resource, Quantity least, String usual) {}

  /** kubeadm says megabytes and counts in 1024 times 1024. */
  private static final List<Size> SIZES =
      List.of(
          new Size(ResourceName.CPU, Quantity.parse("2").orThrow(), "4"),
          new Size(ResourceName.MEMORY, Quantity.parse("1700Mi").orThrow(), "8Gi"));

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (ResolvedPool pool : cluster.pools()) {
      if (pool.isControlPlane()) {
        SIZES.forEach(size -> check(pool, size, cluster, sink));
      }
    }
  }

  private static void check(
      ResolvedPool pool, Size size, ResolvedCluster cluster, DiagnosticSink sink) {
    Quantity has = pool.capacity().get(size.resource);
    if (has == null || has.compareTo(size.least) >= 0) {
      return;
    }
    sink.report(
        cluster
            .origins()
            .ofEntry(pool.template(), NodeTemplate::capacity, size.resource)
            .finding(
                CONTROL_PLANE_SIZE,
                "kubeadm refuses a control plane with %s %s".formatted(size.resource, has))
            .withHelp(
                "use machines with %s %s or more, better %s"
                    .formatted(size.resource, size.least, size.usual)));
  }
}
