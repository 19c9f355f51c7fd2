package dev.strake.api;

import dev.strake.value.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * The resources of a whole pod beside those of its containers; they count since 1.34.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validatePodResources
 *     in validation.go</a>
 */
final class PodResources {

  private PodResources() {}

  static void check(PodScope pod) {
    Cursor resources = pod.spec().field("resources");
    if (!pod.context().isSince(34) || !resources.isMapping()) {
      return;
    }
    ResourceRules.checkOfPod(resources);
    for (Cursor request : resources.field("requests").values()) {
      Quantity needed = needed(pod.spec(), request.key());
      Optional<Quantity> given = ResourceRules.amount(request);
      if (given.isPresent() && needed.compareTo(given.get()) > 0) {
        request.invalid(
            ApiCode.OUT_OF_RANGE,
            "must not be less than what the containers request, which is " + needed.canonical());
      }
    }
    for (Cursor container : pod.spec().field("containers").items()) {
      checkLimits(container.field("resources", "limits"), resources.field("limits"));
    }
  }

  private static void checkLimits(Cursor limits, Cursor ofPod) {
    for (Cursor limit : limits.values()) {
      Cursor most = ofPod.field(limit.key());
      Optional<Quantity> allowed = most.quantity();
      Optional<Quantity> wanted = limit.quantity();
      if (allowed.isPresent() && wanted.isPresent() && wanted.get().compareTo(allowed.get()) > 0) {
        limit.invalid(
            ApiCode.OUT_OF_RANGE, "must not be more than the pod's limit, " + allowed.get());
      }
    }
  }

  /**
   * AggregateContainerRequests: all containers and sidecars together, or an init container that
   * needs more beside the sidecars before it.
   */
  private static Quantity needed(Cursor spec, String resource) {
    Quantity running = sum(spec.field("containers").items(), resource);
    Quantity sidecars = Quantity.ZERO;
    Quantity starting = Quantity.ZERO;
    for (Cursor init : spec.field("initContainers").items()) {
      Quantity request = request(init, resource);
      Quantity now = sidecars.plus(request);
      if (init.field("restartPolicy").is("Always")) {
        sidecars = now;
      }
      starting = now.compareTo(starting) > 0 ? now : starting;
    }
    Quantity all = running.plus(sidecars);
    return all.compareTo(starting) > 0 ? all : starting;
  }

  private static Quantity sum(List<Cursor> containers, String resource) {
    Quantity sum = Quantity.ZERO;
    for (Cursor container : containers) {
      sum = sum.plus(request(container, resource));
    }
    return sum;
  }

  private static Quantity request(Cursor container, String resource) {
    return container.field("resources", "requests", resource).quantity().orElse(Quantity.ZERO);
  }
}
