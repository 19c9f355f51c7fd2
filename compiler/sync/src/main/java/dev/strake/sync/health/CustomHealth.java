package dev.strake.sync.health;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strake.cel.CelBindings;
import dev.strake.cel.CelResult;
import dev.strake.cel.CelValue;
import dev.strake.cel.CheckedExpression;
import dev.strake.health.CustomHealthRule;
import dev.strake.sync.object.KubernetesObject;
import java.util.Optional;

/**
 * How the objects of a custom kind do, in expressions. They are asked in Flux' order: in progress,
 * failed, current; if none is true the object is in progress. So it is if one cannot be evaluated,
 * since a field is not there yet: the message says which.
 */
public final class CustomHealth {

  private final CustomHealthRule rule;

  public CustomHealth(CustomHealthRule rule) {
    this.rule = rule;
  }

  /** As kubectl writes it: {@code Certificate.cert-manager.io}. */
  public String groupKind() {
    return rule.groupKind();
  }

  Health judge(KubernetesObject live) {
    CelBindings bindings = bindings(live);
    return ask(rule.inProgress(), bindings, "inProgress", HealthStatus.IN_PROGRESS)
        .or(() -> ask(rule.failed(), bindings, "failed", HealthStatus.FAILED))
        .or(() -> ask(Optional.of(rule.current()), bindings, "current", HealthStatus.CURRENT))
        .orElseGet(() -> Health.inProgress("NoExpression", "no expression of its rule is true"));
  }

  private static Optional<Health> ask(
      Optional<CheckedExpression> expression,
      CelBindings bindings,
      String name,
      HealthStatus status) {
    return expression
        .map(checked -> checked.evaluate(bindings))
        .flatMap(result -> health(result, name, status));
  }

  private static Optional<Health> health(CelResult result, String name, HealthStatus status) {
    if (result instanceof CelResult.Failure failure) {
      return Optional.of(
          Health.inProgress(
              "ExpressionFailed", "its rule's " + name + " says: " + failure.reason()));
    }
    return result.isTrue()
        ? Optional.of(new Health(status, "", "its rule's " + name + " is true"))
        : Optional.empty();
  }

  /** A part that is not there is an empty map, so that {@code has(status.phase)} is just false. */
  private static CelBindings bindings(KubernetesObject live) {
    return name -> {
      if (!CustomHealthRule.VARIABLES.contains(name)) {
        return null;
      }
      JsonNode part = name.equals("object") ? live.find() : live.find(name);
      return part.isMissingNode() || part.isNull() ? CelValue.EMPTY_MAP : JsonValues.of(part);
    };
  }
}
