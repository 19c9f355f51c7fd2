package dev.strake.api;

import java.util.List;

/**
 * What all containers have in common.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validateContainerCommon
 *     in validation.go</a>
 */
final class ContainerRules {

  private static final List<String> PROTOCOLS = List.of("TCP", "UDP", "SCTP");
  private static final List<String> RESIZABLE = List.of("cpu", "memory");
  private static final List<String> RESIZE_POLICIES = List.of("NotRequired", "RestartContainer");

  private ContainerRules() {}

  static void check(Cursor container, PodScope pod) {
    Check.requiredShape(container.field("name"), Texts::labelProblem);
    checkImage(container.field("image"), pod.isPod());
    Check.oneOfOrEmpty(
        container.field("terminationMessagePolicy"), List.of("File", "FallbackToLogsOnError"));
    Check.oneOfOrEmpty(
        container.field("imagePullPolicy"), List.of("Always", "IfNotPresent", "Never"));
    checkPorts(container.field("ports"));
    EnvRules.check(container, pod);
    MountRules.check(container, pod);
    ResourceRules.check(container.field("resources"), pod);
    if (pod.context().isSince(33)) {
      checkResize(container.field("resizePolicy"), pod.restartPolicy());
    }
    ContainerSecurity.check(container.field("securityContext"), pod);
  }

  /** Only pods refuse blanks around an image's name: validateContainerOnlyForPod. */
  private static void checkImage(Cursor image, boolean isPod) {
    if (image.isBlank()) {
      image.missing();
    } else if (isPod && !image.text().strip().equals(image.text())) {
      image.invalid("must not have blanks around it");
    }
  }

  /** validateContainerPorts. */
  private static void checkPorts(Cursor ports) {
    Seen names = new Seen();
    for (Cursor port : ports.items()) {
      Cursor name = port.field("name");
      Check.shape(name, Texts::portNameProblem);
      names.add(name, name.text(), "a port named " + name.text());
      Cursor number = port.field("containerPort");
      if (!number.isSet() || number.integerOr(1) == 0) {
        number.missing();
      }
      if (number.integerOr(0) != 0) {
        Check.port(number);
      }
      if (port.field("hostPort").integerOr(0) != 0) {
        Check.port(port.field("hostPort"));
      }
      Check.oneOfOrEmpty(port.field("protocol"), PROTOCOLS);
    }
  }

  /** validateResizePolicy. */
  private static void checkResize(Cursor policies, String podRestartPolicy) {
    Seen resources = new Seen();
    for (Cursor policy : policies.items()) {
      Cursor resource = policy.field("resourceName");
      resources.add(resource, resource.text(), "a policy for " + resource.text());
      Check.requiredOneOf(resource, RESIZABLE);
      Cursor restart = policy.field("restartPolicy");
      Check.requiredOneOf(restart, RESIZE_POLICIES);
      if (podRestartPolicy.equals("Never") && restart.is("RestartContainer")) {
        restart.invalid("must be NotRequired in a pod whose restartPolicy is Never");
      }
    }
  }
}
