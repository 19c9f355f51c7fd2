package dev.strake.sync.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.sync.ownership.FieldSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** All objects, and what writing one does. One request at a time. */
final class ObjectStore {

  private final NavigableMap<String, ObjectNode> objects = new TreeMap<>();
  private final ServedTypes types = new ServedTypes(this::established);
  private long version = 1000;

  ServedTypes types() {
    return types;
  }

  private synchronized Stream<JsonNode> established() {
    String prefix = "apiextensions.k8s.io|customresourcedefinitions|";
    return objects.subMap(prefix, prefix + Character.MAX_VALUE).values().stream()
        .filter(object -> !object.path("metadata").has("deletionTimestamp"))
        .map(object -> (JsonNode) object)
        .toList()
        .stream();
  }

  private static String key(ServedType type, String namespace, String name) {
    return type.group() + "|" + type.plural() + "|" + namespace + "|" + name;
  }

  synchronized Optional<ObjectNode> find(ServedType type, String namespace, String name) {
    return Optional.ofNullable(objects.get(key(type, namespace, name)))
        .map(object -> as(type, object));
  }

  /** Through the version that was asked for. */
  private static ObjectNode as(ServedType type, ObjectNode object) {
    ObjectNode copy = object.deepCopy();
    copy.put("apiVersion", type.apiVersion());
    return copy;
  }

  synchronized ObjectNode get(ServedType type, String namespace, String name) {
    return find(type, namespace, name)
        .orElseThrow(() -> ApiError.notFound(type.resource() + " \"" + name + "\""));
  }

  synchronized List<ObjectNode> list(ServedType type, String namespace) {
    String prefix = type.group() + "|" + type.plural() + "|";
    return objects.subMap(prefix, prefix + Character.MAX_VALUE).values().stream()
        .filter(
            object ->
                namespace.isEmpty()
                    || object.path("metadata").path("namespace").asText("").equals(namespace))
        .map(object -> as(type, object))
        .toList();
  }

  synchronized ObjectNode create(ServedType type, ObjectNode sent, String manager, boolean dry) {
    String name = sent.path("metadata").path("name").asText("");
    String namespace = namespace(type, sent);
    if (find(type, namespace, name).isPresent()) {
      throw new ApiError(
          409, "AlreadyExists", type.resource() + " \"" + name + "\" already exists");
    }
    ObjectNode object = sent.deepCopy();
    Owners owners = new Owners(JsonNodeFactory.instance.nullNode());
    ObjectNode fields = Owners.fields(object, type.shape());
    owners.update(manager, "", type.apiVersion(), FieldSet.of(fields), FieldSet.NONE);
    return insert(type, object, owners, dry);
  }

  private ObjectNode insert(ServedType type, ObjectNode object, Owners owners, boolean dry) {
    String namespace = namespace(type, object);
    requireNamespace(type, namespace);
    ObjectNode metadata = object.withObjectProperty("metadata");
    metadata.remove("resourceVersion");
    metadata.put("uid", UUID.randomUUID().toString());
    metadata.put("creationTimestamp", "2026-01-01T00:00:00Z").put("generation", 1);
    if (type.namespaced()) {
      metadata.put("namespace", namespace);
    }
    Defaults.fill(object, type.shape());
    Validation.check(null, object);
    metadata.set("managedFields", owners.entries());
    Controllers.created(object);
    return store(type, object, dry);
  }

  private void requireNamespace(ServedType type, String namespace) {
    if (!type.namespaced()) {
      return;
    }
    ObjectNode there = objects.get("|namespaces||" + namespace);
    if (there == null) {
      throw ApiError.notFound("namespaces \"" + namespace + "\"");
    }
    if (there.path("metadata").has("deletionTimestamp")) {
      throw new ApiError(
          403,
          "Forbidden",
          "unable to create new content in namespace "
              + namespace
              + " because it is being terminated");
    }
  }

  private ObjectNode store(ServedType type, ObjectNode object, boolean dry) {
    ObjectNode metadata = object.withObjectProperty("metadata");
    if (dry) {
      return object.deepCopy();
    }
    metadata.put("resourceVersion", String.valueOf(++version));
    objects.put(key(type, namespace(type, object), metadata.path("name").asText()), object);
    return as(type, object);
  }

  private static String namespace(ServedType type, ObjectNode object) {
    return type.namespaced() ? object.path("metadata").path("namespace").asText("default") : "";
  }

  /** Server-side apply. */
  synchronized ObjectNode apply(
      ServedType type, ObjectNode applied, String manager, boolean force, boolean dry) {
    String name = applied.path("metadata").path("name").asText("");
    Optional<ObjectNode> found = find(type, namespace(type, applied), name);
    ObjectNode fields = Owners.fields(applied, type.shape());
    String uid = applied.path("metadata").path("uid").asText("");
    String live = found.map(object -> object.path("metadata").path("uid").asText()).orElse("");
    if (!uid.isEmpty() && !uid.equals(live)) {
      throw ApiError.conflict(
          "Precondition failed: UID in precondition: " + uid + ", UID in object meta: " + live);
    }
    String sent = applied.path("metadata").path("resourceVersion").asText("");
    if (!sent.isEmpty()) {
      requireVersion(type, sent, found);
    }
    if (found.isEmpty()) {
      Owners owners = new Owners(JsonNodeFactory.instance.nullNode());
      owners.apply(manager, type.apiVersion(), fields);
      return insert(type, applied.deepCopy(), owners, dry);
    }
    Owners owners = new Owners(found.get().path("metadata").path("managedFields"));
    List<Owners.Conflict> conflicts = owners.conflicts(manager, applied, found.get(), fields);
    if (!conflicts.isEmpty() && !force) {
      throw refused(conflicts);
    }
    owners.takeFromOthers(manager, conflicts);
    FieldSet dropped = owners.apply(manager, type.apiVersion(), fields);
    ObjectNode merged = (ObjectNode) FieldTree.merge(found.get(), applied, type.shape());
    ObjectNode metadata = merged.withObjectProperty("metadata");
    List.of("uid", "resourceVersion", "creationTimestamp", "generation")
        .forEach(kept -> metadata.set(kept, found.get().path("metadata").path(kept)));
    return overwrite(type, found.get(), dropped.removedFrom(merged), owners, dry);
  }

  private static ApiError refused(List<Owners.Conflict> conflicts) {
    Owners.Conflict first = conflicts.get(0);
    ApiError error =
        new ApiError(
            409,
            "Conflict",
            "Apply failed with %s conflict%s: conflict with \"%s\" using %s: %s"
                .formatted(
                    conflicts.size(),
                    conflicts.size() == 1 ? "" : "s",
                    first.manager(),
                    first.apiVersion(),
                    FieldTree.shown(first.path())));
    conflicts.forEach(
        c ->
            error.cause(
                "FieldManagerConflict",
                "conflict with \"%s\" using %s".formatted(c.manager(), c.apiVersion()),
                FieldTree.shown(c.path())));
    return error;
  }

  private static void requireVersion(ServedType type, String sent, Optional<ObjectNode> live) {
    boolean same =
        live.filter(object -> object.path("metadata").path("resourceVersion").asText().equals(sent))
            .isPresent();
    if (!same) {
      throw ApiError.conflict(
          "Operation cannot be fulfilled on "
              + type.resource()
              + ": the object has been modified; please apply your changes to the latest version and try again");
    }
  }

  /** Any other write of a whole object. */
  synchronized ObjectNode update(
      ServedType type, ObjectNode object, String manager, String subresource, boolean dry) {
    ObjectNode before =
        get(type, namespace(type, object), object.path("metadata").path("name").asText());
    String sent = object.path("metadata").path("resourceVersion").asText("");
    if (!sent.isEmpty()) {
      requireVersion(type, sent, Optional.of(before));
    }
    ObjectNode after = object.deepCopy();
    JsonNode owned = after.path("metadata").path("managedFields");
    boolean handed =
        owned.isArray() && !owned.equals(before.path("metadata").path("managedFields"));
    Owners owners = new Owners(handed ? owned : before.path("metadata").path("managedFields"));
    FieldSet was = FieldSet.of(Owners.fields(before, type.shape()));
    FieldSet is = FieldSet.of(Owners.fields(after, type.shape()));
    if (!handed) {
      FieldSet changed = Changed.between(before, after, is);
      owners.update(manager, subresource, type.apiVersion(), changed, was.minus(is));
    }
    return overwrite(type, before, after, owners, dry);
  }

  private ObjectNode overwrite(
      ServedType type, ObjectNode before, ObjectNode after, Owners owners, boolean dry) {
    ObjectNode metadata = after.withObjectProperty("metadata");
    for (String kept : Set.of("uid", "creationTimestamp", "generation")) {
      metadata.set(kept, before.path("metadata").path(kept));
    }
    Defaults.fill(after, type.shape());
    Defaults.keepAllocated(before, after);
    Validation.check(before, after);
    metadata.set("managedFields", owners.entries());
    metadata.set("resourceVersion", before.path("metadata").path("resourceVersion"));
    if (after.equals(before)) {
      return before;
    }
    if (!specOf(after).equals(specOf(before))) {
      metadata.put("generation", before.path("metadata").path("generation").asLong() + 1);
    }
    if (metadata.has("deletionTimestamp") && metadata.path("finalizers").isEmpty() && !dry) {
      objects.remove(key(type, namespace(type, after), metadata.path("name").asText()));
      return after;
    }
    return store(type, after, dry);
  }

  private static ObjectNode specOf(ObjectNode object) {
    ObjectNode spec = object.deepCopy();
    spec.remove(List.of("metadata", "status", "apiVersion"));
    return spec;
  }

  /** What an object must be to be deleted; empty for whatever it is. */
  record Precondition(String uid, String resourceVersion) {
    static final Precondition NONE = new Precondition("", "");

    void check(ObjectNode object) {
      check("UID", uid, object.path("metadata").path("uid").asText());
      check(
          "ResourceVersion",
          resourceVersion,
          object.path("metadata").path("resourceVersion").asText());
    }

    private static void check(String what, String wanted, String live) {
      if (!wanted.isEmpty() && !wanted.equals(live)) {
        throw ApiError.conflict(
            "Precondition failed: %s in precondition: %s, %s in object meta: %s"
                .formatted(what, wanted, what, live));
      }
    }
  }

  synchronized ObjectNode delete(
      ServedType type, String namespace, String name, Precondition only, boolean dry) {
    ObjectNode object = get(type, namespace, name);
    only.check(object);
    boolean kept =
        !object.path("metadata").path("finalizers").isEmpty()
            || type.resource().equals("namespaces");
    if (kept) {
      ObjectNode metadata = object.withObjectProperty("metadata");
      if (!metadata.has("deletionTimestamp")) {
        metadata.put("deletionTimestamp", "2026-01-02T00:00:00Z");
        return store(type, object, dry);
      }
      return object;
    }
    if (!dry) {
      objects.remove(key(type, namespace, name));
      version++;
    }
    ObjectNode status = JsonNodeFactory.instance.objectNode();
    status.put("kind", "Status").put("apiVersion", "v1").put("status", "Success");
    return status;
  }

  synchronized ArrayNode everything() {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    objects.values().forEach(object -> all.add(object.deepCopy()));
    return all;
  }
}
