package dev.strake.sync.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** By which field people tell the items of a list apart. */
final class ItemKey {

  private static final List<String> USUAL =
      List.of("name", "mountPath", "containerPort", "port", "key", "type", "ip", "host", "path");

  private ItemKey() {}

  /** The first usual field that every item of both lists has, each with a value of its own. */
  static Optional<String> of(JsonNode before, JsonNode after) {
    return USUAL.stream().filter(key -> isKey(key, before) && isKey(key, after)).findFirst();
  }

  private static boolean isKey(String key, JsonNode list) {
    Set<String> seen = new HashSet<>();
    for (JsonNode item : list) {
      JsonNode value = item.path(key);
      if (!value.isValueNode() || value.isNull() || !seen.add(value.asText())) {
        return false;
      }
    }
    return true;
  }
}
