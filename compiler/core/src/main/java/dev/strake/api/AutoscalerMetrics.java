package dev.strake.api;

import java.util.List;
import java.util.Map;

/**
 * What an autoscaler looks at.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/autoscaling/validation/validation.go">validateMetricSpec
 *     in validation.go</a>
 */
final class AutoscalerMetrics {

  private static final Map<String, String> FIELDS =
      Map.of(
          "ContainerResource", "containerResource",
          "External", "external",
          "Object", "object",
          "Pods", "pods",
          "Resource", "resource");
  private static final List<String> TYPES = FIELDS.keySet().stream().sorted().toList();
  private static final String VALUE = "value";
  private static final String AVERAGE = "averageValue";
  private static final String UTILIZATION = "averageUtilization";

  private AutoscalerMetrics() {}

  static void check(Cursor metric, ApiContext context) {
    if (metric.isSet() && !metric.isMapping()) {
      return;
    }
    Cursor type = metric.field("type");
    Check.requiredOneOf(type, TYPES);
    String own = FIELDS.get(type.text());
    for (String field : FIELDS.values().stream().sorted().toList()) {
      Cursor source = metric.field(field);
      if (field.equals(own) && !source.isSet()) {
        source.missing("the type " + type.text() + " needs it");
      } else if (field.equals(own) && source.isMapping()) {
        checkSource(source, type.text(), context);
      } else if (own != null && !field.equals(own) && source.isSet()) {
        source.forbidden("with the type " + type.text());
      }
    }
  }

  private static void checkSource(Cursor source, String type, ApiContext context) {
    Cursor target = source.field("target");
    switch (type) {
      case "Object" -> {
        AutoscalerRules.checkReference(source.field("describedObject"), context);
        References.segment(source.field("metric", "name"));
        needsOneOf(target, VALUE, AVERAGE);
      }
      case "External" -> {
        References.segment(source.field("metric", "name"));
        needsOneOf(target, VALUE, AVERAGE);
        Sources.checkAtMostOne(target, List.of(VALUE, AVERAGE));
      }
      case "Pods" -> {
        References.segment(source.field("metric", "name"));
        needsOneOf(target, AVERAGE, AVERAGE);
      }
      default -> {
        if (type.equals("ContainerResource")) {
          Check.requiredShape(source.field("name"), ResourceNames::containerProblem);
          Check.requiredShape(source.field("container"), Texts::labelProblem);
        } else {
          Check.required(source, "name");
        }
        needsOneOf(target, UTILIZATION, AVERAGE);
        Sources.checkAtMostOne(target, List.of(UTILIZATION, AVERAGE));
      }
    }
    checkTarget(target);
  }

  private static void needsOneOf(Cursor target, String first, String second) {
    boolean readable = !target.isSet() || target.isMapping();
    if (readable && !target.field(first).isSet() && !target.field(second).isSet()) {
      target.field(second).missing(first.equals(second) ? "this type needs it" : "so is " + first);
    }
  }

  /** validateMetricTarget. */
  private static void checkTarget(Cursor target) {
    if (target.isSet() && !target.isMapping()) {
      return;
    }
    Check.requiredOneOf(target.field("type"), List.of("AverageValue", "Utilization", "Value"));
    Check.positiveQuantity(target.field(VALUE));
    Check.positiveQuantity(target.field(AVERAGE));
    Check.range(target.field(UTILIZATION), 1, Long.MAX_VALUE);
  }
}
