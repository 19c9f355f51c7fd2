package dev.strake.join.resource;

import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import java.util.List;
import java.util.function.Function;

/**
 * What one pod counts for. Init containers run one after the other, before the others; sidecars go
 * on beside all that come later.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/component-helpers/resource/helpers.go">PodRequests
 *     and PodLimits in component-helpers</a>
 */
record PodAmounts(Amounts requests, Amounts limits) {

  static PodAmounts of(PodTemplate pod, ContainerDefaults defaults) {
    Part whole = pod.spec().field("resources");
    Amounts overhead = Amounts.of(pod.spec().field("overhead"));
    Amounts requests = sum(pod, defaults, ContainerAmounts::requests);
    Amounts limits = sum(pod, defaults, ContainerAmounts::limits);
    Amounts podLimits = Amounts.of(whole.field("limits"));
    Amounts podRequests = Amounts.of(whole.field("requests"));
    return new PodAmounts(
        podRequests.orElse(requests).orElse(podLimits).plus(overhead),
        podLimits.orElse(limits).plus(overhead));
  }

  static List<ContainerAmounts> containers(
      PodTemplate pod, String list, ContainerDefaults defaults) {
    return pod.spec().field(list).items().stream()
        .map(container -> ContainerAmounts.of(container, defaults))
        .toList();
  }

  private static Amounts sum(
      PodTemplate pod, ContainerDefaults defaults, Function<ContainerAmounts, Amounts> which) {
    Amounts together = Amounts.NONE;
    for (ContainerAmounts each : containers(pod, "containers", defaults)) {
      together = together.plus(which.apply(each));
    }
    Amounts sidecars = Amounts.NONE;
    Amounts peak = Amounts.NONE;
    for (ContainerAmounts each : containers(pod, "initContainers", defaults)) {
      Amounts own = which.apply(each);
      if (each.isSidecar()) {
        sidecars = sidecars.plus(own);
        peak = peak.max(sidecars);
      } else {
        peak = peak.max(sidecars.plus(own));
      }
    }
    return together.plus(sidecars).max(peak);
  }
}
