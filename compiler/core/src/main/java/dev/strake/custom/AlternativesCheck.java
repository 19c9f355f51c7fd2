package dev.strake.custom;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.schema.Faults;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code allOf}, {@code anyOf}, {@code oneOf} and {@code not}. Their schemas judge values only:
 * which fields there are is told outside of them.
 */
final class AlternativesCheck {

  private AlternativesCheck() {}

  static void check(CustomSchema schema, Spot spot) {
    schema.alternatives("allOf").forEach(part -> judge(part, spot));
    List<CustomSchema> any = schema.alternatives("anyOf");
    if (!any.isEmpty() && count(any, spot) == 0) {
      spot.report(Faults.INVALID_VALUE, "fits none of the schema's alternatives");
    }
    List<CustomSchema> one = schema.alternatives("oneOf");
    if (!one.isEmpty()) {
      long fitting = count(one, spot);
      if (fitting != 1) {
        spot.report(
            Faults.INVALID_VALUE, "must fit one of the schema's alternatives, but fits " + fitting);
      }
    }
    schema
        .not()
        .filter(forbidden -> fits(forbidden, spot))
        .ifPresent(forbidden -> spot.report(Faults.INVALID_VALUE, "is what the schema rules out"));
  }

  private static long count(List<CustomSchema> alternatives, Spot spot) {
    return alternatives.stream().filter(alternative -> fits(alternative, spot)).count();
  }

  private static boolean fits(CustomSchema schema, Spot spot) {
    List<Diagnostic> findings = new ArrayList<>();
    judge(schema, spot.to(findings::add));
    return findings.isEmpty();
  }

  /** A schema of values: types as far as it names them, required fields, and what is below. */
  private static void judge(CustomSchema schema, Spot spot) {
    if (!schema.type().isEmpty() && !StructureCheck.hasType(schema, spot.value())) {
      spot.report(Faults.WRONG_TYPE, "has another type");
      return;
    }
    if (spot.value() instanceof YamlMapping mapping) {
      judgeMapping(schema, mapping, spot);
    } else if (spot.value() instanceof YamlSequence list) {
      judgeItems(schema, list.items(), spot);
    }
    ValueCheck.check(schema, spot);
  }

  private static void judgeMapping(CustomSchema schema, YamlMapping mapping, Spot spot) {
    for (String name : schema.required()) {
      if (mapping.get(name).isEmpty()) {
        spot.report(Faults.MISSING_FIELD, "lacks " + name);
      }
    }
    Map<String, CustomSchema> properties = schema.properties();
    for (YamlEntry entry : mapping.entries()) {
      CustomSchema property = properties.get(entry.name());
      if (property != null) {
        judge(property, spot.key(entry.name(), entry.value()));
      }
    }
  }

  private static void judgeItems(CustomSchema schema, List<YamlNode> items, Spot spot) {
    schema
        .items()
        .ifPresent(
            item -> {
              for (int i = 0; i < items.size(); i++) {
                judge(item, spot.index(i, items.get(i)));
              }
            });
  }
}
