package dev.strake.sync.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * One object, live or wanted. Its tree is its own: it is copied on the way in and on the way out,
 * so that two holders of an object never see each other's changes.
 *
 * <p>Accessors take a path of field names from the root. A field that is absent, null or of another
 * type is simply not there for them: a custom resource may have anything under a well-known name.
 */
public final class KubernetesObject {

  private final ObjectNode root;

  private KubernetesObject(ObjectNode root) {
    this.root = root;
  }

  /** An object with at least the fields that tell its identity, empty or not. */
  public static KubernetesObject of(ObjectNode root) {
    return new KubernetesObject(root.deepCopy());
  }

  /** Its whole tree, to change at will. */
  public ObjectNode copy() {
    return root.deepCopy();
  }

  public String apiVersion() {
    return text("apiVersion").orElse("");
  }

  public String kind() {
    return text("kind").orElse("");
  }

  /** Of its API, without the version; empty for the core group. */
  public String group() {
    String apiVersion = apiVersion();
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  public String name() {
    return text("metadata", "name").orElse("");
  }

  /** Empty for an object of the cluster. */
  public String namespace() {
    return text("metadata", "namespace").orElse("");
  }

  public ObjectIdentity identity() {
    return new ObjectIdentity(group(), kind(), namespace(), name());
  }

  /** Empty for an object that no server has seen. */
  public String uid() {
    return text("metadata", "uid").orElse("");
  }

  /** Empty for an object that no server has seen. */
  public String resourceVersion() {
    return text("metadata", "resourceVersion").orElse("");
  }

  /** Whether its deletion was asked for, and finalizers are still at work. */
  public boolean isTerminating() {
    return has("metadata", "deletionTimestamp");
  }

  public Map<String, String> labels() {
    return texts("metadata", "labels");
  }

  public Map<String, String> annotations() {
    return texts("metadata", "annotations");
  }

  /** Those in the order of the list that are objects with a type. */
  public List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>();
    for (JsonNode item : items("status", "conditions")) {
      String type = item.path("type").asText("");
      if (!type.isEmpty()) {
        conditions.add(
            new Condition(
                type,
                item.path("status").asText(""),
                item.path("reason").asText(""),
                item.path("message").asText("")));
      }
    }
    return conditions;
  }

  /** The first condition of a type. */
  public Optional<Condition> condition(String type) {
    return conditions().stream().filter(condition -> condition.type().equals(type)).findFirst();
  }

  /** Whether there is a value other than null. */
  public boolean has(String... path) {
    JsonNode node = find(path);
    return !node.isMissingNode() && !node.isNull();
  }

  public Optional<String> text(String... path) {
    JsonNode node = find(path);
    return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
  }

  /** A whole number; none for a fraction and for what no long can hold. */
  public OptionalLong number(String... path) {
    JsonNode node = find(path);
    return node.isIntegralNumber() && node.canConvertToLong()
        ? OptionalLong.of(node.longValue())
        : OptionalLong.empty();
  }

  /** False for an absent field. */
  public boolean flag(String... path) {
    return find(path).asBoolean(false);
  }

  /** The items of a list; none for anything else. Not to be changed. */
  public List<JsonNode> items(String... path) {
    JsonNode node = find(path);
    if (!node.isArray()) {
      return List.of();
    }
    List<JsonNode> items = new ArrayList<>(node.size());
    node.forEach(items::add);
    return items;
  }

  /** Those entries of a mapping whose value is a text, by key. */
  public Map<String, String> texts(String... path) {
    Map<String, String> texts = new TreeMap<>();
    find(path)
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().isTextual()) {
                texts.put(entry.getKey(), entry.getValue().textValue());
              }
            });
    return texts;
  }

  /** The value at a path; a missing node for none. Not to be changed. */
  public JsonNode find(String... path) {
    JsonNode node = root;
    for (String name : path) {
      node = node.path(name);
    }
    return node;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KubernetesObject object && object.root.equals(root);
  }

  @Override
  public int hashCode() {
    return root.hashCode();
  }

  /** Its identity only: an object may hold secrets. */
  @Override
  public String toString() {
    return identity().toString();
  }
}
