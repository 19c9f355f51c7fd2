package dev.strake.api;

import dev.strake.value.Quantity;
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
    if (pod.spec().field("os", "name").is("windows")) {
      resources.forbidden("in a pod for Windows");
      return;
    }
    ResourceRules.checkOfPod(resources);
    checkConsistency(pod, resources.field("requests"), resources.field("limits"));
  }

  /** validatePodResourceConsistency. */
  private static void checkConsistency(PodScope pod, Cursor requests, Cursor limits) {
    PodTotals needs = PodTotals.ofRequests(pod);
    for (Cursor request : requests.values()) {
      Optional<Quantity> given = ResourceRules.amount(request);
      Quantity needed = needs.of(request.key());
      if (given.isPresent() && needed.compareTo(given.get()) > 0) {
        tooLow(request, "request", needed);
      }
    }
    PodTotals ends = PodTotals.ofLimits(pod);
    for (Cursor limit : limits.values()) {
      Optional<Quantity> given = ResourceRules.amount(limit);
      Quantity most = ends.of(limit.key());
      if (ResourceNames.isHugePages(limit.key())) {
        if (given.isPresent() && most.compareTo(given.get()) > 0) {
          tooLow(limit, "are limited to", most);
        }
      } else if (given.isPresent() && pod.isPod() && !requests.field(limit.key()).isSet()) {
        checkFilledIn(limit, given.get(), needs.of(limit.key()));
      }
    }
    for (Cursor container : pod.spec().field("containers").items()) {
      checkLimits(container.field("resources", "limits"), limits);
    }
  }

  /** The server fills in a pod's request with what the containers ask for: defaultPodRequests. */
  private static void checkFilledIn(Cursor limit, Quantity given, Quantity needed) {
    if (needed.compareTo(given) > 0) {
      tooLow(limit, "request", needed);
    }
  }

  private static void tooLow(Cursor amount, String what, Quantity needed) {
    amount.invalid(
        ApiCode.OUT_OF_RANGE,
        "must not be less than what the containers %s, which is %s"
            .formatted(what, needed.canonical()));
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
}
