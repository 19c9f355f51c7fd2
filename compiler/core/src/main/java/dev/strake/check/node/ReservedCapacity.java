package dev.strake.check.node;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedPool;
import dev.strake.source.SourceRange;
import dev.strake.spec.NodeTemplate;
import dev.strake.spec.Origin;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.List;
import java.util.Map;

/**
 * Machines of which nothing is left for pods: reservations and the eviction threshold together take
 * all there is. A kubelet with more reserved than there is does not start. On a control plane, what
 * is left must hold the pods that kubeadm makes.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/cm/node_container_manager_linux.go">validateNodeAllocatable
 *     in the kubelet</a>
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/phases/controlplane/manifests.go">requests
 *     of kubeadm's static pods</a>
 */
final class ReservedCapacity implements SpecCheck {

  static final Code RESERVED_CAPACITY = Code.error("spec/reserved-capacity");

  private static final List<ResourceName> RESOURCES =
      List.of(ResourceName.CPU, ResourceName.MEMORY, ResourceName.EPHEMERAL_STORAGE);

  /** The API server's 250m, the controller manager's 200m and the scheduler's 100m. */
  private static final Map<ResourceName, Quantity> CONTROL_PLANE =
      Map.of(ResourceName.CPU, Quantity.parse("550m").orThrow());

  private static final Map<ResourceName, Quantity> ETCD =
      Map.of(
          ResourceName.CPU, Quantity.parse("100m").orThrow(),
          ResourceName.MEMORY, Quantity.parse("100Mi").orThrow());

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (ResolvedPool pool : cluster.pools()) {
      for (ResourceName resource : RESOURCES) {
        Quantity has = pool.capacity().get(resource);
        if (has != null) {
          check(pool, resource, has, cluster, sink);
        }
      }
    }
  }

  private static void check(
      ResolvedPool pool,
      ResourceName resource,
      Quantity has,
      ResolvedCluster cluster,
      DiagnosticSink sink) {
    Quantity kept = pool.kept(resource);
    Quantity rest = has.minus(kept);
    Quantity needed = needed(pool, resource, cluster);
    if (rest.signum() <= 0) {
      String message =
          "pool %s keeps %s %s back, and its machines have %s"
              .formatted(pool.name(), resource, kept, has);
      sink.report(finding(pool, resource, message, needed, cluster));
    } else if (rest.compareTo(needed) < 0) {
      String message =
          "pool %s leaves %s %s to pods, and the control plane's own ask for %s"
              .formatted(pool.name(), resource, rest, needed);
      sink.report(finding(pool, resource, message, needed, cluster));
    }
  }

  private static Quantity needed(
      ResolvedPool pool, ResourceName resource, ResolvedCluster cluster) {
    if (!pool.isControlPlane()) {
      return Quantity.ZERO;
    }
    Quantity ours = CONTROL_PLANE.getOrDefault(resource, Quantity.ZERO);
    boolean runsEtcd = cluster.spec().spec().controlPlane().etcd().external() == null;
    return runsEtcd ? ours.plus(ETCD.getOrDefault(resource, Quantity.ZERO)) : ours;
  }

  private static Diagnostic finding(
      ResolvedPool pool,
      ResourceName resource,
      String message,
      Quantity needed,
      ResolvedCluster cluster) {
    Origin guilty = Reservation.largest(pool, resource, cluster);
    SourceRange capacity =
        cluster.origins().ofEntry(pool.template(), NodeTemplate::capacity, resource).range();
    String help =
        needed.isZero()
            ? "keep less %s back, or use larger machines".formatted(resource)
            : "keep less %s back, so that %s or more is left, or use larger machines"
                .formatted(resource, needed);
    Diagnostic finding = guilty.finding(RESERVED_CAPACITY, message).withHelp(help);
    return guilty.range().equals(capacity)
        ? finding
        : finding.withRelated(capacity, "what each machine has");
  }
}
