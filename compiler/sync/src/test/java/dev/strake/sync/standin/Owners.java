package dev.strake.sync.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.sync.ownership.FieldSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code metadata.managedFields} of one object, while it is written. */
final class Owners {

  private static final String STRIPPED = "apiVersion,kind";
  private static final Set<String> STRIPPED_METADATA =
      Set.of(
          "name",
          "namespace",
          "uid",
          "resourceVersion",
          "creationTimestamp",
          "generation",
          "managedFields",
          "selfLink");

  private final ArrayNode entries;

  Owners(JsonNode managedFields) {
    this.entries =
        managedFields.isArray() ? managedFields.deepCopy() : JsonNodeFactory.instance.arrayNode();
  }

  ArrayNode entries() {
    return entries;
  }

  /** What an object's manager has a say in. */
  static ObjectNode fields(ObjectNode object, Shape shape) {
    ObjectNode stripped = object.deepCopy();
    stripped.remove(List.of(STRIPPED.split(",", -1)));
    if (stripped.get("metadata") instanceof ObjectNode metadata) {
      metadata.remove(STRIPPED_METADATA);
      if (metadata.isEmpty()) {
        stripped.remove("metadata");
      }
    }
    return FieldTree.of(stripped, shape);
  }

  /** A field that an apply would take from somebody. */
  record Conflict(String manager, String apiVersion, List<String> path) {}

  List<Conflict> conflicts(
      String manager, ObjectNode applied, JsonNode live, ObjectNode appliedFields) {
    Set<List<String>> wanted = new LinkedHashSet<>();
    FieldTree.leaves(appliedFields, "", List.of(), wanted);
    wanted.remove(List.<String>of());
    List<Conflict> conflicts = new ArrayList<>();
    for (JsonNode entry : entries) {
      if (isApplier(entry, manager)) {
        continue;
      }
      for (List<String> path : wanted) {
        boolean owned = owns(entry.path("fieldsV1"), path);
        if (owned && !FieldTree.at(live, path).equals(FieldTree.at(applied, path))) {
          conflicts.add(
              new Conflict(
                  entry.path("manager").asText(), entry.path("apiVersion").asText(), path));
        }
      }
    }
    return conflicts;
  }

  private static boolean owns(JsonNode fields, List<String> path) {
    JsonNode node = fields;
    for (String key : path) {
      node = node.path(key);
    }
    return !node.isMissingNode();
  }

  void takeFromOthers(String manager, List<Conflict> conflicts) {
    for (Conflict conflict : conflicts) {
      FieldSet taken = FieldSet.of(path(conflict.path()));
      for (JsonNode entry : entries) {
        if (!isApplier(entry, manager)) {
          shrink((ObjectNode) entry, taken);
        }
      }
    }
    dropEmpty();
  }

  private static ObjectNode path(List<String> keys) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode node = root;
    for (String key : keys) {
      node = node.putObject(key);
    }
    return root;
  }

  private static void shrink(ObjectNode entry, FieldSet taken) {
    entry.set("fieldsV1", FieldSet.of(entry.path("fieldsV1")).minus(taken).toFieldsV1());
  }

  /** Sets what a manager applies; returns what it applied before, and nobody owns any more. */
  FieldSet apply(String manager, String apiVersion, ObjectNode fields) {
    FieldSet before = FieldSet.NONE;
    for (Iterator<JsonNode> i = entries.iterator(); i.hasNext(); ) {
      JsonNode entry = i.next();
      if (isApplier(entry, manager)) {
        before = FieldSet.of(entry.path("fieldsV1"));
        i.remove();
      }
    }
    if (!fields.isEmpty()) {
      add(manager, "Apply", "", apiVersion, fields);
    }
    FieldSet owned = FieldSet.NONE;
    for (JsonNode entry : entries) {
      owned = owned.plus(FieldSet.of(entry.path("fieldsV1")));
    }
    return before.minus(owned);
  }

  /** Whoever changes a field by an update has it alone. */
  void update(
      String manager, String subresource, String apiVersion, FieldSet changed, FieldSet removed) {
    ObjectNode own = JsonNodeFactory.instance.objectNode();
    for (Iterator<JsonNode> i = entries.iterator(); i.hasNext(); ) {
      ObjectNode entry = (ObjectNode) i.next();
      shrink(entry, removed);
      boolean same =
          entry.path("manager").asText().equals(manager)
              && entry.path("operation").asText().equals("Update")
              && entry.path("subresource").asText("").equals(subresource);
      if (same) {
        own = FieldSet.of(entry.path("fieldsV1")).toFieldsV1();
        i.remove();
      } else {
        shrink(entry, changed);
      }
    }
    dropEmpty();
    FieldSet all = FieldSet.of(own).plus(changed);
    if (!all.isEmpty()) {
      add(manager, "Update", subresource, apiVersion, all.toFieldsV1());
    }
  }

  private void add(
      String manager, String operation, String subresource, String apiVersion, ObjectNode fields) {
    ObjectNode entry = entries.addObject();
    entry.put("manager", manager).put("operation", operation).put("apiVersion", apiVersion);
    entry.put("fieldsType", "FieldsV1").set("fieldsV1", fields);
    if (!subresource.isEmpty()) {
      entry.put("subresource", subresource);
    }
  }

  private void dropEmpty() {
    for (Iterator<JsonNode> i = entries.iterator(); i.hasNext(); ) {
      if (i.next().path("fieldsV1").isEmpty()) {
        i.remove();
      }
    }
  }

  private static boolean isApplier(JsonNode entry, String manager) {
    return entry.path("manager").asText().equals(manager)
        && entry.path("operation").asText().equals("Apply");
  }
}
