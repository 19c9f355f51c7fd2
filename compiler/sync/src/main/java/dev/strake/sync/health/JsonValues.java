package dev.strake.sync.health;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strake.cel.CelValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as expressions see it: as an API server shows objects, without fields that are null. */
final class JsonValues {

  private JsonValues() {}

  static CelValue of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> map(node);
      case ARRAY -> list(node);
      case STRING -> CelValue.of(node.textValue());
      case BOOLEAN -> CelValue.of(node.booleanValue());
      case NUMBER -> number(node);
      default -> CelValue.NULL;
    };
  }

  private static CelValue number(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong()
        ? CelValue.of(node.longValue())
        : CelValue.of(node.doubleValue());
  }

  private static CelValue map(JsonNode node) {
    Map<String, CelValue> values = new LinkedHashMap<>();
    node.properties()
        .forEach(
            field -> {
              if (!field.getValue().isNull()) {
                values.put(field.getKey(), of(field.getValue()));
              }
            });
    return CelValue.mapOf(values);
  }

  private static CelValue list(JsonNode node) {
    List<CelValue> values = new ArrayList<>();
    node.forEach(item -> values.add(of(item)));
    return CelValue.listOf(values);
  }
}
