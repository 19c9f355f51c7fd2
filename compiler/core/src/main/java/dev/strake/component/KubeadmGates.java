package dev.strake.component;

import dev.strake.value.KubernetesVersion;
import java.util.List;

/**
 * kubeadm's own feature gates. One that is deprecated is refused like an unknown one. Where the
 * release that dropped a gate is not known, it is taken for the newest.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/features/features.go">features.go
 *     in kubeadm</a>
 */
final class KubeadmGates {

  private static final int STILL = Integer.MAX_VALUE;

  private static final List<Gate> GATES =
      List.of(
          new Gate("ControlPlaneKubeletLocalMode", 31, STILL),
          new Gate("EtcdLearnerMode", 27, 33),
          new Gate("NodeLocalCRISocket", 32, 36),
          new Gate("RootlessControlPlane", 22, STILL),
          new Gate("WaitForAllControlPlaneComponents", 30, STILL));

  private record Gate(String name, int firstMinor, int lastMinor) {
    boolean isIn(KubernetesVersion release) {
      return release.major() == 1 && firstMinor <= release.minor() && release.minor() <= lastMinor;
    }
  }

  private KubeadmGates() {}

  /** The gates that a release takes, in the order of the alphabet. */
  static List<String> of(KubernetesVersion release) {
    return GATES.stream().filter(gate -> gate.isIn(release)).map(Gate::name).toList();
  }
}
