package dev.strake.sync.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.sync.ownership.FieldSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which fields an update has changed or added. */
final class Changed {

  private Changed() {}

  static FieldSet between(JsonNode before, JsonNode after, FieldSet all) {
    Set<List<String>> leaves = new LinkedHashSet<>();
    FieldTree.leaves(all.toFieldsV1(), "", List.of(), leaves);
    ObjectNode changed = JsonNodeFactory.instance.objectNode();
    for (List<String> leaf : leaves) {
      if (!FieldTree.at(before, leaf).equals(FieldTree.at(after, leaf))) {
        ObjectNode node = changed;
        for (String key : leaf) {
          node = node.withObjectProperty(key);
        }
      }
    }
    return FieldSet.of(changed);
  }
}
