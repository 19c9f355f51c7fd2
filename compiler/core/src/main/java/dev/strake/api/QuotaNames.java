package dev.strake.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of resources that quotas and limit ranges count, and amounts of them.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/helper/helpers.go">helpers.go</a>
 */
final class QuotaNames {

  private static final Set<String> QUOTA =
      Set.of(
          "cpu",
          "memory",
          "ephemeral-storage",
          "requests.cpu",
          "requests.memory",
          "requests.storage",
          "requests.ephemeral-storage",
          "limits.cpu",
          "limits.memory",
          "limits.ephemeral-storage",
          "pods",
          "resourcequotas",
          "services",
          "replicationcontrollers",
          "secrets",
          "configmaps",
          "persistentvolumeclaims",
          "services.nodeports",
          "services.loadbalancers");

  private QuotaNames() {}

  /** validateResourceName. */
  static @Nullable String problem(String name) {
    String problem = Texts.qualifiedProblem(name);
    if (problem != null || name.contains("/")) {
      return problem;
    }
    return isOfQuotas(name) || name.equals("storage")
        ? null
        : "a resource, and others need a prefix: example.org/name";
  }

  /** ValidateResourceQuotaResourceName. */
  static @Nullable String quotaProblem(String name) {
    String problem = problem(name);
    if (problem != null || name.contains("/")) {
      return problem;
    }
    return isOfQuotas(name) ? null : "a resource that quotas count";
  }

  /** IsStandardQuotaResourceName. */
  static boolean isOfQuotas(String name) {
    return QUOTA.contains(name)
        || name.startsWith("hugepages-")
        || name.startsWith("requests.hugepages-");
  }

  /** Reports a name that is the key of an amount. */
  static void checkKey(Cursor amount, @Nullable String problem) {
    if (problem != null) {
      amount.reportKey(ApiCode.INVALID_NAME, Texts.isNot(amount.key(), problem));
    }
  }

  static void checkAmounts(Cursor amounts) {
    amounts.values().forEach(QuotaNames::checkAmount);
  }

  /** ValidateResourceQuantityValue. */
  static void checkAmount(Cursor amount) {
    Check.notNegativeQuantity(amount);
    if (ResourceNames.isCounted(amount.key())
        && amount.quantity().map(q -> q.milliValue() % 1000 != 0).orElse(false)) {
      amount.invalid("must be a whole number");
    }
  }
}
