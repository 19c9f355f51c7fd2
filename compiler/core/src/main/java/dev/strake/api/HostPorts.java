package dev.strake.api;

/**
 * Ports of the node that containers take.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">checkHostPortConflicts
 *     and validatePodHostNetworkDeps in validation.go</a>
 */
final class HostPorts {

  private HostPorts() {}

  /** validatePodHostNetworkDeps, which looks at regular containers only. */
  static void checkSame(Cursor container, PodScope pod) {
    for (Cursor port : container.field("ports").items()) {
      long inContainer = port.field("containerPort").integerOr(0);
      long onHost = port.field("hostPort").integerOr(0);
      if (pod.hostNetwork() && onHost != 0 && onHost != inContainer && inContainer != 0) {
        port.field("hostPort").invalid("must be the containerPort when hostNetwork is true");
      }
    }
  }

  /** checkHostPortConflicts. */
  static void checkTaken(Cursor container, Seen taken, PodScope pod) {
    for (Cursor port : container.field("ports").items()) {
      long inContainer = port.field("containerPort").integerOr(0);
      long onHost = port.field("hostPort").integerOr(0);
      // The server fills it in for pods, not for templates.
      long taking = onHost == 0 && pod.hostNetwork() && pod.isPod() ? inContainer : onHost;
      if (taking > 0) {
        String protocol = port.field("protocol").textOr("TCP");
        String key = protocol + "/" + port.field("hostIP").text() + "/" + taking;
        Cursor at = onHost == 0 ? port.field("containerPort") : port.field("hostPort");
        taken.add(at, key, "the host port " + taking + "/" + protocol);
      }
    }
  }
}
