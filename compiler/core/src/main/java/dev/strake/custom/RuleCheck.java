package dev.strake.custom;

import dev.strake.cel.CelBindings;
import dev.strake.cel.CelResult;
import dev.strake.cel.CelValue;
import dev.strake.diagnostic.Code;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlSequence;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rules in CEL that a schema has, for a resource that is created. They are asked once the shape
 * is right, as the API server does.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules">Kubernetes:
 *     validation rules</a>
 */
final class RuleCheck {

  static final Code BROKEN_RULE = Code.error("schema/broken-rule");

  private static final Pattern STEP = Pattern.compile("\\.([^.\\[\\]]+)|\\['([^']*)'\\]");

  private RuleCheck() {}

  static void check(CustomSchema schema, Spot spot) {
    if (CustomSchema.isNull(spot.value())) {
      return;
    }
    List<CustomRule> rules = schema.rules();
    if (!rules.isEmpty()) {
      CelValue self = CustomValue.of(spot.value(), schema);
      rules.stream()
          .filter(rule -> !rule.isOnlyForUpdates())
          .forEach(rule -> judge(rule, self, spot));
    }
    if (spot.value() instanceof YamlMapping mapping) {
      checkFields(schema, mapping, spot);
    } else if (spot.value() instanceof YamlSequence list) {
      checkItems(schema, list.items(), spot);
    }
  }

  private static void checkFields(CustomSchema schema, YamlMapping mapping, Spot spot) {
    Map<String, CustomSchema> properties = schema.properties();
    for (YamlEntry entry : mapping.entries()) {
      CustomSchema property =
          properties.getOrDefault(entry.name(), schema.additionalProperties().orElse(null));
      if (property != null) {
        check(property, spot.key(entry.name(), entry.value()));
      }
    }
  }

  private static void checkItems(CustomSchema schema, List<YamlNode> items, Spot spot) {
    schema
        .items()
        .ifPresent(
            item -> {
              for (int i = 0; i < items.size(); i++) {
                check(item, spot.index(i, items.get(i)));
              }
            });
  }

  private static void judge(CustomRule rule, CelValue self, Spot spot) {
    CelBindings bindings = CelBindings.of(Map.of("self", self, "oldSelf", CelValue.NONE));
    rule.condition()
        .map(condition -> condition.evaluate(bindings))
        .filter(result -> !result.isTrue())
        .ifPresent(result -> report(rule, result, bindings, spot));
  }

  private static void report(CustomRule rule, CelResult result, CelBindings bindings, Spot spot) {
    NodePath path = rule.fieldPath().map(below -> path(spot.path(), below)).orElse(spot.path());
    String problem =
        result instanceof CelResult.Failure failure
            ? "the rule %s cannot be evaluated: %s".formatted(rule.message(), failure.reason())
            : message(rule, bindings);
    String name = path.equals(NodePath.ROOT) ? spot.name() : path.toString();
    spot.sink()
        .report(spot.resource().finding(BROKEN_RULE, path, "%s: %s".formatted(name, problem)));
  }

  private static String message(CustomRule rule, CelBindings bindings) {
    return rule.messageExpression()
        .map(expression -> expression.evaluate(bindings))
        .filter(CelResult.Text.class::isInstance)
        .map(said -> ((CelResult.Text) said).value().strip())
        .filter(said -> !said.isEmpty())
        .orElseGet(rule::message);
  }

  private static NodePath path(NodePath from, String below) {
    NodePath path = from;
    Matcher step = STEP.matcher(below);
    while (step.find()) {
      path = path.key(step.group(1) == null ? step.group(2) : step.group(1));
    }
    return path;
  }
}
