package dev.strake.join.resource;

import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which pods a ResourceQuota counts.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/resource-quotas/#quota-scopes">Quota
 *     scopes</a>
 */
final class QuotaScopes {

  private static final Set<String> MEASURED = Set.of("cpu", "memory");

  private final Part quota;
  private final ObjectSet objects;

  QuotaScopes(Part quota, ObjectSet objects) {
    this.quota = quota;
    this.objects = objects;
  }

  /** Whether it surely counts a pod. */
  boolean include(PodTemplate pod, PodAmounts amounts) {
    return quota.field("spec", "scopes").texts().stream()
            .allMatch(scope -> includes(scope, pod, amounts))
        && quota.field("spec", "scopeSelector", "matchExpressions").items().stream()
            .allMatch(expression -> includes(expression, pod, amounts));
  }

  private static boolean includes(String scope, PodTemplate pod, PodAmounts amounts) {
    boolean ends = pod.spec().field("activeDeadlineSeconds").isSet();
    return switch (scope) {
      case "Terminating" -> ends;
      case "NotTerminating" -> !ends;
      case "BestEffort" -> isBestEffort(amounts);
      case "NotBestEffort" -> !isBestEffort(amounts);
      default -> false;
    };
  }

  private boolean includes(Part expression, PodTemplate pod, PodAmounts amounts) {
    String scope = expression.field("scopeName").textOrEmpty();
    if (!scope.equals("PriorityClass")) {
      return includes(scope, pod, amounts);
    }
    List<String> values = expression.field("values").texts();
    Optional<String> name = priorityClass(pod);
    return switch (expression.field("operator").textOrEmpty()) {
      case "In" -> name.filter(values::contains).isPresent();
      case "NotIn" -> name.filter(values::contains).isEmpty();
      case "Exists" -> name.isPresent();
      case "DoesNotExist" -> name.isEmpty();
      default -> false;
    };
  }

  /** Also the one that pods get who name none. */
  private Optional<String> priorityClass(PodTemplate pod) {
    return pod.spec()
        .field("priorityClassName")
        .text()
        .filter(name -> !name.isEmpty())
        .or(
            () ->
                objects.all("scheduling.k8s.io", "PriorityClass").stream()
                    .filter(each -> Part.of(each).field("globalDefault").isTrue())
                    .map(each -> each.ref().name())
                    .findFirst());
  }

  private static boolean isBestEffort(PodAmounts amounts) {
    return MEASURED.stream()
        .allMatch(
            name -> amounts.requests().get(name).isEmpty() && amounts.limits().get(name).isEmpty());
  }
}
