package dev.strake.api;

import java.util.List;

/**
 * The containers of a pod: the regular ones, those that run first, and the ones that may only be
 * added to a running pod.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validateContainers
 *     and validateInitContainers in validation.go</a>
 */
final class ContainerLists {

  private static final List<String> PROBES =
      List.of("lifecycle", "livenessProbe", "readinessProbe", "startupProbe");

  private ContainerLists() {}

  static void check(PodScope pod) {
    Cursor containers = pod.spec().field("containers");
    if (containers.isEmpty()) {
      containers.missing("a pod needs a container");
    }
    Seen names = new Seen();
    Seen hostPorts = new Seen();
    for (Cursor container : containers.items()) {
      ContainerRules.check(container, pod);
      checkName(container, names);
      ProbeRules.checkAll(container, pod);
      RestartRules.check(container, false, pod.context());
      HostPorts.checkSame(container, pod);
      HostPorts.checkTaken(container, hostPorts, pod);
    }
    for (Cursor container : pod.spec().field("initContainers").items()) {
      ContainerRules.check(container, pod);
      checkName(container, names);
      checkInit(container, pod);
      // They run one after the other, so that their ports meet only their own.
      HostPorts.checkTaken(container, new Seen(), pod);
    }
    if (pod.spec().field("ephemeralContainers").hasElements()) {
      pod.spec().field("ephemeralContainers").forbidden("before the pod runs");
    }
  }

  private static void checkName(Cursor container, Seen names) {
    Cursor name = container.field("name");
    names.add(name, name.text(), "a container named " + name.text());
  }

  private static void checkInit(Cursor container, PodScope pod) {
    RestartRules.check(container, true, pod.context());
    if (container.field("restartPolicy").is("Always")) {
      ProbeRules.checkAll(container, pod);
      return;
    }
    Check.forbidden(container, "in an init container without the restartPolicy Always", PROBES);
    if (pod.context().isSince(36)) {
      for (Cursor policy : container.field("resizePolicy").items()) {
        Cursor restart = policy.field("restartPolicy");
        if (restart.is("RestartContainer")) {
          restart.invalid("must be NotRequired in an init container that is no sidecar");
        }
      }
    }
  }
}
