package dev.strake.sync.host;

import dev.strake.bundle.HostRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one host that runs {@code kubeadm init}. A machine that took the place of a lost first
 * control plane has recorded nothing, and would begin a second cluster under the address of the
 * first.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/high-availability/">Creating
 *     highly available clusters with kubeadm</a>
 */
final class FirstControlPlane {

  private FirstControlPlane() {}

  /**
   * The same hosts, but that the first control plane is blocked if others know a cluster already,
   * or none of the other control planes can be asked.
   */
  static List<PlannedHost> guard(List<PlannedHost> hosts) {
    Optional<PlannedHost> first =
        hosts.stream().filter(host -> host.role() == HostRole.CONTROL_PLANE).findFirst();
    if (first.isEmpty() || first.get().action() != HostAction.BOOTSTRAP) {
      return hosts;
    }
    List<PlannedHost> others =
        hosts.stream().filter(host -> host.role().isNode() && !host.equals(first.get())).toList();
    Optional<String> why = doubt(others);
    if (why.isEmpty()) {
      return hosts;
    }
    List<PlannedHost> guarded = new ArrayList<>(hosts);
    guarded.replaceAll(host -> host.equals(first.get()) ? host.blocked(why.get()) : host);
    return guarded;
  }

  private static Optional<String> doubt(List<PlannedHost> others) {
    Optional<PlannedHost> member =
        others.stream()
            .filter(host -> !host.recorded().isEmpty() || host.action() == HostAction.FOLLOW)
            .findFirst();
    if (member.isPresent()) {
      return Optional.of(
          "it would begin a new cluster, and %s is in one already: name another control plane first in the spec, and this one joins it"
              .formatted(member.get().name()));
    }
    List<PlannedHost> controlPlanes =
        others.stream().filter(host -> host.role() == HostRole.CONTROL_PLANE).toList();
    boolean nobodyCanTell =
        !controlPlanes.isEmpty()
            && controlPlanes.stream().allMatch(host -> host.action() == HostAction.UNREACHABLE);
    return nobodyCanTell
        ? Optional.of(
            "it would begin a new cluster, and no other control plane can be asked whether there is one")
        : Optional.empty();
  }
}
