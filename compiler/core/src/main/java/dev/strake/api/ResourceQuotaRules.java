package dev.strake.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Resource quotas.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidateResourceQuotaSpec
 *     in validation.go</a>
 */
final class ResourceQuotaRules implements ObjectRules {

  private static final String BEST_EFFORT = "BestEffort";
  private static final Set<String> PODS = Set.of("pods");
  private static final Set<String> COMPUTE =
      Set.of(
          "pods",
          "cpu",
          "memory",
          "limits.cpu",
          "limits.memory",
          "requests.cpu",
          "requests.memory");
  private static final Set<String> CLAIMS = Set.of("persistentvolumeclaims", "requests.storage");
  private static final List<String> ONLY_EXISTS =
      List.of(
          BEST_EFFORT,
          "NotBestEffort",
          "Terminating",
          "NotTerminating",
          "CrossNamespacePodAffinity");
  private static final List<List<String>> OPPOSITES =
      List.of(List.of(BEST_EFFORT, "NotBestEffort"), List.of("Terminating", "NotTerminating"));

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor spec = object.field("spec");
    checkAmounts(spec.field("hard"));
    checkAmounts(object.field("status", "hard"));
    checkAmounts(object.field("status", "used"));
    Cursor hard = spec.field("hard");
    List<Cursor> scopes = spec.field("scopes").items();
    scopes.forEach(scope -> checkScope(scope, hard, context));
    checkOpposites(scopes);
    checkSelector(spec.field("scopeSelector", "matchExpressions"), hard, context);
  }

  private static void checkAmounts(Cursor amounts) {
    for (Cursor amount : amounts.values()) {
      QuotaNames.checkKey(amount, QuotaNames.quotaProblem(amount.key()));
      QuotaNames.checkAmount(amount);
    }
  }

  /** validateResourceQuotaScopes. */
  private static void checkScope(Cursor scope, Cursor hard, ApiContext context) {
    List<String> known = scopes(context);
    if (scope.isBlank()) {
      scope.missing();
    }
    if (!known.contains(scope.text())) {
      Check.oneOf(scope, known);
      return;
    }
    for (Cursor amount : hard.values()) {
      String name = amount.key();
      if (QuotaNames.isOfQuotas(name) && !resources(scope.text()).contains(name)) {
        scope.invalid("cannot limit " + name);
        return;
      }
    }
  }

  /** IsStandardResourceQuotaScope. */
  private static List<String> scopes(ApiContext context) {
    List<String> scopes = new ArrayList<>(ONLY_EXISTS);
    scopes.add("PriorityClass");
    if (context.isSince(31)) {
      scopes.add("VolumeAttributesClass");
    }
    return scopes;
  }

  /** IsResourceQuotaScopeValidForResource. */
  private static Set<String> resources(String scope) {
    return switch (scope) {
      case BEST_EFFORT -> PODS;
      case "VolumeAttributesClass" -> CLAIMS;
      default -> COMPUTE;
    };
  }

  private static void checkOpposites(List<Cursor> scopes) {
    for (List<String> pair : OPPOSITES) {
      List<Cursor> found = scopes.stream().filter(scope -> pair.contains(scope.text())).toList();
      found.stream()
          .filter(scope -> !scope.is(found.get(0).text()))
          .findFirst()
          .ifPresent(scope -> scope.invalid("must not stand beside " + found.get(0).text()));
    }
  }

  /** validateScopedResourceSelectorRequirement. */
  private static void checkSelector(Cursor requirements, Cursor hard, ApiContext context) {
    List<Cursor> names = new ArrayList<>();
    for (Cursor requirement : requirements.items()) {
      Cursor scope = requirement.field("scopeName");
      Cursor operator = requirement.field("operator");
      names.add(scope);
      checkScope(scope, hard, context);
      Check.requiredOneOf(operator, List.of("In", "NotIn", "Exists", "DoesNotExist"));
      if (ONLY_EXISTS.contains(scope.text()) && operator.isText() && !operator.is("Exists")) {
        operator.invalid("must be Exists for the scope " + scope.text());
      }
      checkValues(operator, requirement.field("values"));
    }
    checkOpposites(names);
  }

  private static void checkValues(Cursor operator, Cursor values) {
    if ((operator.is("In") || operator.is("NotIn")) && values.isEmpty()) {
      values.missing("the operators In and NotIn need values");
    } else if ((operator.is("Exists") || operator.is("DoesNotExist")) && values.hasElements()) {
      values.forbidden("with the operator " + operator.text());
    }
  }
}
