package dev.strake.sync.ownership;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;

/**
 * Fields of an object in the notation of {@code FieldsV1}: a tree whose keys are {@code f:NAME} for
 * a field, {@code k:{...}} for the item of a list with those keys, {@code v:VALUE} for an item of a
 * set, {@code i:INDEX} for one of a list, and {@code .} for the value itself.
 *
 * @see <a
 *     href="https://github.com/kubernetes-sigs/structured-merge-diff/blob/master/fieldpath/serialize.go">structured-merge-diff's
 *     serialization</a>
 */
public final class FieldSet {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ITSELF = ".";
  private static final String FIELD = "f:";
  private static final String KEYS = "k:";
  private static final String VALUE = "v:";

  /** Owns nothing. */
  public static final FieldSet NONE = new FieldSet(JsonNodeFactory.instance.objectNode());

  private final ObjectNode tree;

  private FieldSet(ObjectNode tree) {
    this.tree = tree;
  }

  /** Of a {@code fieldsV1}; of nothing for anything that is none. */
  public static FieldSet of(JsonNode fieldsV1) {
    return fieldsV1 instanceof ObjectNode object ? new FieldSet(object.deepCopy()) : NONE;
  }

  /** As {@code fieldsV1}. */
  public ObjectNode toFieldsV1() {
    return tree.deepCopy();
  }

  public boolean isEmpty() {
    return tree.isEmpty();
  }

  /** Whether a field, or anything in it, is among them. */
  public boolean has(String... path) {
    JsonNode node = tree;
    for (String name : path) {
      node = node.path(FIELD + name);
    }
    return !node.isMissingNode();
  }

  public FieldSet plus(FieldSet other) {
    ObjectNode sum = tree.deepCopy();
    add(sum, other.tree);
    return new FieldSet(sum);
  }

  private static void add(ObjectNode to, ObjectNode more) {
    for (Map.Entry<String, JsonNode> entry : more.properties()) {
      JsonNode there = to.get(entry.getKey());
      if (there instanceof ObjectNode known && entry.getValue() instanceof ObjectNode further) {
        add(known, further);
      } else if (there == null) {
        to.set(entry.getKey(), entry.getValue().deepCopy());
      }
    }
  }

  /** What the other has no part in: a value that it owns something within is not left. */
  public FieldSet minus(FieldSet other) {
    ObjectNode rest = tree.deepCopy();
    subtract(rest, other.tree);
    return new FieldSet(rest);
  }

  private static void subtract(ObjectNode from, ObjectNode taken) {
    for (Iterator<Map.Entry<String, JsonNode>> i = from.properties().iterator(); i.hasNext(); ) {
      Map.Entry<String, JsonNode> entry = i.next();
      if (taken.get(entry.getKey()) instanceof ObjectNode other
          && entry.getValue() instanceof ObjectNode own) {
        subtract(own, other);
        if (own.isEmpty()) {
          i.remove();
        }
      }
    }
  }

  /** An object without these fields; lists lose the items that are owned as a whole. */
  public ObjectNode removedFrom(ObjectNode object) {
    ObjectNode left = object.deepCopy();
    remove(left, tree);
    return left;
  }

  private static void remove(JsonNode from, ObjectNode fields) {
    for (Map.Entry<String, JsonNode> entry : fields.properties()) {
      String key = entry.getKey();
      ObjectNode within = (ObjectNode) entry.getValue();
      if (from instanceof ObjectNode object && key.startsWith(FIELD)) {
        removeField(object, key.substring(FIELD.length()), within);
      } else if (from instanceof ArrayNode list && !key.equals(ITSELF)) {
        removeItem(list, key, within);
      }
    }
  }

  private static void removeField(ObjectNode object, String name, ObjectNode within) {
    JsonNode value = object.get(name);
    if (value == null) {
      return;
    }
    remove(value, within);
    boolean whole = within.isEmpty() || (within.has(ITSELF) && value.isEmpty());
    if (whole) {
      object.remove(name);
    }
  }

  private static void removeItem(ArrayNode list, String key, ObjectNode within) {
    for (Iterator<JsonNode> items = list.iterator(); items.hasNext(); ) {
      JsonNode item = items.next();
      if (isMeant(item, key)) {
        remove(item, within);
        if (within.isEmpty() || within.has(ITSELF)) {
          items.remove();
        }
      }
    }
  }

  private static boolean isMeant(JsonNode item, String key) {
    if (key.startsWith(VALUE)) {
      return item.equals(parse(key.substring(VALUE.length())));
    }
    if (!key.startsWith(KEYS)) {
      return false;
    }
    JsonNode keys = parse(key.substring(KEYS.length()));
    return keys.isObject()
        && keys.properties().stream()
            .allMatch(entry -> entry.getValue().equals(item.path(entry.getKey())));
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldSet set && set.tree.equals(tree);
  }

  @Override
  public int hashCode() {
    return tree.hashCode();
  }

  @Override
  public String toString() {
    return tree.toString();
  }
}
