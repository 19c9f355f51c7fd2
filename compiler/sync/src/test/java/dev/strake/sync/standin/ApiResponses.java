package dev.strake.sync.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The answer to each request. */
final class ApiResponses {

  private final ObjectStore store;
  private volatile Predicate<String> allowed = what -> true;
  private volatile String version = "v1.36.1";
  private final LateKinds late = new LateKinds();

  ApiResponses(ObjectStore store) {
    this.store = store;
  }

  void allowing(Predicate<String> rule) {
    this.allowed = rule;
  }

  void version(String said) {
    this.version = said;
  }

  record Response(int code, JsonNode body) {}

  LateKinds late() {
    return late;
  }

  Response to(ApiRequest request) {
    try {
      if (request.isVersion()) {
        return new Response(200, JsonNodeFactory.instance.objectNode().put("gitVersion", version));
      }
      if (request.isAccessReview()) {
        return new Response(201, reviewed(request));
      }
      if (request.plural().isEmpty()) {
        return new Response(200, discovery(request));
      }
      if (request.plural().equals("selfsubjectreviews")) {
        return new Response(201, review(request));
      }
      ServedType type =
          store
              .types()
              .find(request.group(), request.version(), request.plural())
              .orElseThrow(
                  () ->
                      new ApiError(
                          404, "NotFound", "the server could not find the requested resource"));
      return switch (request.method()) {
        case "GET" ->
            new Response(200, request.name().isEmpty() ? list(type, request) : get(type, request));
        case "POST" -> created(type, request);
        case "PUT" -> new Response(200, put(type, request));
        case "PATCH" -> new Response(200, patch(type, request));
        case "DELETE" -> new Response(200, delete(type, request));
        default -> throw new ApiError(405, "MethodNotAllowed", "not allowed");
      };
    } catch (ApiError e) {
      return new Response(e.code(), e.status());
    }
  }

  private JsonNode reviewed(ApiRequest request) {
    ObjectNode review = (ObjectNode) Json.parse(request.body());
    JsonNode asked = review.path("spec").path("resourceAttributes");
    String group = asked.path("group").asText();
    String namespace = asked.path("namespace").asText();
    String what =
        asked.path("verb").asText()
            + " "
            + asked.path("resource").asText()
            + (group.isEmpty() ? "" : "." + group)
            + (namespace.isEmpty() ? "" : " in " + namespace);
    review.putObject("status").put("allowed", allowed.test(what));
    return review;
  }

  /** A token's name is its user's. */
  private static JsonNode review(ApiRequest request) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("kind", "SelfSubjectReview").put("apiVersion", "authentication.k8s.io/v1");
    ObjectNode user = root.putObject("status").putObject("userInfo");
    user.put("username", request.user().isEmpty() ? "system:anonymous" : request.user());
    user.putArray("groups").add("system:authenticated");
    return root;
  }

  private JsonNode discovery(ApiRequest request) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    if (request.isCoreRoot()) {
      root.put("kind", "APIVersions").putArray("versions").add("v1");
      return root;
    }
    if (request.version().isEmpty()) {
      return request.group().isEmpty() ? groups(root) : group(request.group(), root);
    }
    if (late.isHidden(request.group())) {
      throw new ApiError(404, "NotFound", "the server could not find the requested resource");
    }
    root.put("kind", "APIResourceList").put("apiVersion", "v1");
    String groupVersion =
        request.group().isEmpty() ? request.version() : request.group() + "/" + request.version();
    ArrayNode resources = root.put("groupVersion", groupVersion).putArray("resources");
    for (ServedType type : store.types().all()) {
      if (type.group().equals(request.group()) && type.version().equals(request.version())) {
        resources
            .addObject()
            .put("name", type.plural())
            .put("kind", type.kind())
            .put("namespaced", type.namespaced())
            .put("singularName", type.kind().toLowerCase(Locale.ROOT))
            .putArray("verbs")
            .add("create")
            .add("delete")
            .add("get")
            .add("list")
            .add("patch")
            .add("update");
      }
    }
    if (resources.isEmpty()) {
      throw new ApiError(404, "NotFound", "the server could not find the requested resource");
    }
    return root;
  }

  private JsonNode groups(ObjectNode root) {
    ArrayNode groups = root.put("kind", "APIGroupList").putArray("groups");
    Set<String> names = new TreeSet<>();
    store.types().all().forEach(type -> names.add(type.group()));
    names.remove("");
    names.forEach(name -> groups.add(group(name, JsonNodeFactory.instance.objectNode())));
    return root;
  }

  private JsonNode group(String name, ObjectNode root) {
    List<String> versions =
        store.types().all().stream()
            .filter(type -> type.group().equals(name))
            .map(ServedType::version)
            .distinct()
            .sorted(ApiResponses::stableFirst)
            .toList();
    if (versions.isEmpty()) {
      throw new ApiError(404, "NotFound", "the server could not find the requested resource");
    }
    root.put("kind", "APIGroup").put("name", name);
    ArrayNode all = root.putArray("versions");
    versions.forEach(v -> all.addObject().put("groupVersion", name + "/" + v).put("version", v));
    root.set("preferredVersion", all.get(0));
    return root;
  }

  private static int stableFirst(String a, String b) {
    boolean stable = a.matches("v\\d+");
    return stable == b.matches("v\\d+") ? b.compareTo(a) : stable ? -1 : 1;
  }

  private ObjectNode get(ServedType type, ApiRequest request) {
    return store.get(type, request.namespace(), request.name());
  }

  private ObjectNode list(ServedType type, ApiRequest request) {
    String selector = request.query().getOrDefault("labelSelector", "");
    List<ObjectNode> found =
        store.list(type, request.namespace()).stream()
            .filter(object -> isSelected(object, selector))
            .toList();
    int limit = Integer.parseInt(request.query().getOrDefault("limit", "100000"));
    int from = Integer.parseInt(request.query().getOrDefault("continue", "0"));
    int to = Math.min(found.size(), from + limit);
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    list.put("kind", type.kind() + "List").put("apiVersion", type.apiVersion());
    list.putObject("metadata").put("continue", to < found.size() ? String.valueOf(to) : "");
    ArrayNode items = list.putArray("items");
    boolean metadataOnly = request.accept().contains("as=PartialObjectMetadataList");
    for (ObjectNode object : found.subList(Math.min(from, found.size()), to)) {
      object.remove(List.of("apiVersion", "kind"));
      if (metadataOnly) {
        object.retain("metadata");
      }
      items.add(object);
    }
    return list;
  }

  private static boolean isSelected(ObjectNode object, String selector) {
    return selector.isEmpty()
        || Arrays.stream(selector.split(",", -1))
            .allMatch(
                part -> {
                  int equals = part.indexOf('=');
                  String key = equals < 0 ? part : part.substring(0, equals);
                  JsonNode value = object.path("metadata").path("labels").path(key);
                  return equals < 0
                      ? !value.isMissingNode()
                      : value.asText("").equals(part.substring(equals + 1));
                });
  }

  private Response created(ServedType type, ApiRequest request) {
    ObjectNode sent = (ObjectNode) Json.parse(request.body());
    strict(request, sent);
    if (type.namespaced()) {
      sent.withObjectProperty("metadata").put("namespace", request.namespace());
    }
    return new Response(201, store.create(type, sent, request.manager(), request.isDry()));
  }

  private ObjectNode put(ServedType type, ApiRequest request) {
    ObjectNode sent = (ObjectNode) Json.parse(request.body());
    strict(request, sent);
    return store.update(type, sent, request.manager(), "", request.isDry());
  }

  private ObjectNode patch(ServedType type, ApiRequest request) {
    if (request.contentType().startsWith("application/apply-patch")) {
      ObjectNode sent = (ObjectNode) Json.parse(request.body());
      strict(request, sent);
      if (type.namespaced()) {
        sent.withObjectProperty("metadata").put("namespace", request.namespace());
      }
      boolean force = request.query().getOrDefault("force", "").equals("true");
      return store.apply(type, sent, request.manager(), force, request.isDry());
    }
    if (request.contentType().startsWith("application/json-patch")) {
      ObjectNode object = get(type, request);
      for (JsonNode operation : Json.parse(request.body())) {
        replace(object, operation);
      }
      return store.update(type, object, request.manager(), "", request.isDry());
    }
    throw new ApiError(415, "UnsupportedMediaType", request.contentType());
  }

  /** The only operations that a sync sends, both on members of objects. */
  private static void replace(ObjectNode object, JsonNode operation) {
    String path = operation.path("path").asText();
    int last = path.lastIndexOf('/');
    if (!operation.path("op").asText().matches("replace|add")
        || !(object.at(path.substring(0, last)) instanceof ObjectNode parent)) {
      throw new ApiError(422, "Invalid", "the stand-in cannot do " + operation);
    }
    parent.set(path.substring(last + 1), operation.path("value"));
  }

  private ObjectNode delete(ServedType type, ApiRequest request) {
    JsonNode body =
        request.body().isBlank()
            ? JsonNodeFactory.instance.objectNode()
            : Json.parse(request.body());
    JsonNode only = body.path("preconditions");
    return store.delete(
        type,
        request.namespace(),
        request.name(),
        new ObjectStore.Precondition(
            only.path("uid").asText(""), only.path("resourceVersion").asText("")),
        request.isDry());
  }

  private static void strict(ApiRequest request, ObjectNode sent) {
    if (request.query().getOrDefault("fieldValidation", "").equals("Strict")) {
      Validation.strict(sent);
    }
  }
}
