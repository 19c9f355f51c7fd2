package dev.strake.api;

import dev.strake.value.Quantity;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What containers and pods request and what they are limited to.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validateResourceRequirements
 *     in validation.go</a>
 */
final class ResourceRules {

  private static final long THOUSANDTHS = 1000;

  private ResourceRules() {}

  /** The resources of a container. */
  static void check(Cursor resources, PodScope pod) {
    if (!resources.isMapping()) {
      return;
    }
    checkAmounts(resources, ResourceNames::containerProblem);
    if (pod.context().isSince(34)) {
      ResourceClaimRules.checkUse(resources.field("claims"), pod);
    }
  }

  /** The resources of a whole pod. */
  static void checkOfPod(Cursor resources) {
    checkAmounts(resources, ResourceNames::podProblem);
    if (resources.field("claims").isSet()) {
      resources.field("claims").forbidden("for a whole pod");
    }
  }

  /** validateOverhead. */
  static void checkLimits(Cursor limits) {
    checkEach(limits, ResourceNames::containerProblem);
    if (hasHugePages(limits) && !hasComputeResource(limits)) {
      limits.forbidden("to have huge pages without cpu or memory");
    }
  }

  private static void checkAmounts(
      Cursor resources, Function<String, @Nullable String> nameProblem) {
    Cursor limits = resources.field("limits");
    Cursor requests = resources.field("requests");
    checkEach(limits, nameProblem);
    checkEach(requests, nameProblem);
    for (Cursor request : requests.values()) {
      checkAgainstLimit(request, limits);
    }
    boolean hugePages = hasHugePages(limits) || hasHugePages(requests);
    if (hugePages && !hasComputeResource(limits) && !hasComputeResource(requests)) {
      resources.report(
          ApiCode.MISSING_FIELD,
          resources.path() + " has huge pages, which need cpu or memory beside them");
    }
  }

  private static void checkEach(Cursor amounts, Function<String, @Nullable String> nameProblem) {
    for (Cursor amount : amounts.values()) {
      String name = amount.key();
      @Nullable String problem = nameProblem.apply(name);
      if (problem != null) {
        amount.reportKey(ApiCode.INVALID_NAME, Texts.isNot(name, problem));
      }
      checkAmount(amount, name);
    }
  }

  /** ValidateResourceQuantityValue and validateResourceQuantityHugePageValue. */
  static void checkAmount(Cursor amount, String name) {
    Check.notNegativeQuantity(amount);
    Optional<Quantity> value = amount(amount);
    if (value.isEmpty()) {
      return;
    }
    if (ResourceNames.isCounted(name) && value.get().milliValue() % THOUSANDTHS != 0) {
      amount.invalid("must be a whole number");
    }
    if (ResourceNames.isHugePages(name) && !isWholePages(name, value.get())) {
      amount.invalid("must be a multiple of the size of a page");
    }
  }

  /** IsHugePageResourceValueDivisible. */
  private static boolean isWholePages(String name, Quantity amount) {
    String size = name.substring("hugepages-".length());
    return Quantity.parse(size)
        .match(
            page ->
                page.signum() > 0
                    && page.milliValue() % THOUSANDTHS == 0
                    && amount.value() % page.value() == 0,
            bad -> false);
  }

  private static void checkAgainstLimit(Cursor request, Cursor limits) {
    String name = request.key();
    boolean limited = limits.values().stream().anyMatch(limit -> limit.key().equals(name));
    boolean exact = !ResourceNames.isOvercommitAllowed(name);
    if (!limited) {
      if (exact) {
        limits.field(name).missing("a request for " + name + " needs a limit");
      }
      return;
    }
    Optional<Quantity> wanted = amount(request);
    Optional<Quantity> most = amount(limits.field(name));
    if (wanted.isEmpty() || most.isEmpty()) {
      return;
    }
    if (exact && wanted.get().compareTo(most.get()) != 0) {
      request.invalid("must be the limit, which is " + most.get());
    } else if (wanted.get().compareTo(most.get()) > 0) {
      request.invalid(
          ApiCode.OUT_OF_RANGE, "must not be more than the limit, which is " + most.get());
    }
  }

  /** An amount that is null counts as none. */
  static Optional<Quantity> amount(Cursor amount) {
    return amount.isSet() ? amount.quantity() : Optional.of(Quantity.ZERO);
  }

  private static boolean hasHugePages(Cursor amounts) {
    return amounts.values().stream().anyMatch(a -> ResourceNames.isHugePages(a.key()));
  }

  private static boolean hasComputeResource(Cursor amounts) {
    return amounts.values().stream()
        .anyMatch(a -> a.key().equals("cpu") || a.key().equals("memory"));
  }
}
