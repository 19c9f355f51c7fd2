package dev.strake.sync.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.sync.live.ApiHttp.Call;
import dev.strake.sync.live.ApiHttp.Reply;
import dev.strake.sync.object.KubernetesObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A cluster behind its HTTP API. */
final class HttpClusterApi implements ClusterApi {

  private static final String APPLY_TYPE = "application/apply-patch+yaml";
  private static final String JSON_PATCH_TYPE = "application/json-patch+json";
  private static final String METADATA_LIST =
      "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
  private static final String MANAGER = "fieldManager=" + FIELD_MANAGER;
  private static final String STRICT = "fieldValidation=Strict";
  private static final String ACCESS_REVIEWS =
      "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
  private static final int PAGE = 500;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  private static final ResourceType NAMESPACES =
      ResourceType.builtIn("", "v1", "Namespace", "namespaces", false);

  private final ApiHttp http;
  private final Discovery discovery;

  HttpClusterApi(ApiHttp http) {
    this.http = http;
    this.discovery = new Discovery(http);
  }

  @Override
  public String uid() {
    Answer answer = get(NAMESPACES, "", "kube-system");
    return answer
        .found()
        .map(KubernetesObject::uid)
        .filter(uid -> !uid.isEmpty())
        .orElseThrow(
            () ->
                new ClusterUnreachable(
                    "the cluster does not show its namespace kube-system: "
                        + answer.refusal().map(Refusal::message).orElse("it has no UID")));
  }

  @Override
  public ServerGreeting greeting() {
    Reply reply = good(http.send(Call.get("/version")));
    return new ServerGreeting(
        ServerVersion.parse(reply.json().path("gitVersion").asText("")), reply.date());
  }

  @Override
  public boolean may(AccessQuestion question) {
    Call call = new Call("POST", ACCESS_REVIEWS, Call.JSON_TYPE, Call.JSON_TYPE, question.review());
    return good(http.send(call)).json().path("status").path("allowed").asBoolean();
  }

  @Override
  public Optional<ResourceType> type(String apiVersion, String kind) {
    return discovery.find(apiVersion, kind);
  }

  @Override
  public Optional<ResourceType> preferred(String group, String kind) {
    return discovery.preferred(group, kind);
  }

  @Override
  public List<ResourceType> listableTypes() {
    return discovery.listable();
  }

  @Override
  public void forgetTypes() {
    discovery.forget();
  }

  @Override
  public Answer get(ResourceType type, String namespace, String name) {
    return answer(http.send(Call.get(type.item(namespace, name))));
  }

  @Override
  public Answer apply(ResourceType type, KubernetesObject object, Write write, boolean force) {
    String query = query(write, MANAGER, STRICT, "force=" + force);
    return send("PATCH", type.item(object.namespace(), object.name()) + query, APPLY_TYPE, object);
  }

  @Override
  public Answer create(ResourceType type, KubernetesObject object, Write write) {
    String target = type.collection(object.namespace()) + query(write, MANAGER, STRICT);
    return send("POST", target, Call.JSON_TYPE, object);
  }

  @Override
  public Answer replace(ResourceType type, KubernetesObject object) {
    String query = query(Write.PERSISTED, MANAGER, STRICT);
    return send(
        "PUT", type.item(object.namespace(), object.name()) + query, Call.JSON_TYPE, object);
  }

  @Override
  public Answer patch(
      ResourceType type, String namespace, String name, ArrayNode operations, Write write) {
    String target = type.item(namespace, name) + query(write, MANAGER);
    return answer(
        http.send(new Call("PATCH", target, Call.JSON_TYPE, JSON_PATCH_TYPE, operations)));
  }

  @Override
  public Answer delete(ResourceType type, String namespace, String name, String uid, Write write) {
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    options.put("apiVersion", "v1").put("kind", "DeleteOptions");
    options.put("propagationPolicy", "Background");
    options.putObject("preconditions").put("uid", uid);
    String target = type.item(namespace, name) + query(write);
    return answer(http.send(new Call("DELETE", target, Call.JSON_TYPE, Call.JSON_TYPE, options)));
  }

  @Override
  public List<KubernetesObject> list(ResourceType type, String namespace, String selector) {
    List<KubernetesObject> all = new ArrayList<>();
    String next = "";
    do {
      String target =
          type.collection(namespace)
              + "?limit="
              + PAGE
              + "&labelSelector="
              + encode(selector)
              + (next.isEmpty() ? "" : "&continue=" + encode(next));
      Reply reply = http.send(Call.get(target).accepting(METADATA_LIST));
      if (reply.code() == GONE && !next.isEmpty()) {
        // The list has changed for too long; what is asked for is one that holds together.
        all.clear();
        next = "";
        continue;
      }
      if (reply.code() == NOT_FOUND) {
        return List.of();
      }
      JsonNode list = good(reply).json();
      list.path("items").forEach(item -> all.add(listed(type, item)));
      next = list.path("metadata").path("continue").asText("");
    } while (!next.isEmpty());
    return all;
  }

  /** Items of a list leave out what the list says. */
  private static KubernetesObject listed(ResourceType type, JsonNode item) {
    ObjectNode object = item.deepCopy();
    object.put("apiVersion", type.apiVersion()).put("kind", type.kind());
    return KubernetesObject.of(object);
  }

  @Override
  public List<KubernetesObject> some(ResourceType type, String namespace) {
    Reply reply = http.send(Call.get(type.collection(namespace) + "?limit=" + PAGE));
    List<KubernetesObject> found = new ArrayList<>();
    if (reply.isGood()) {
      reply.json().path("items").forEach(item -> found.add(listed(type, item)));
    }
    return found;
  }

  private Answer send(String method, String target, String contentType, KubernetesObject object) {
    return answer(http.send(new Call(method, target, Call.JSON_TYPE, contentType, object.copy())));
  }

  private static Answer answer(Reply reply) {
    return reply.isGood() && reply.json() instanceof ObjectNode object
        ? new Live(KubernetesObject.of(object))
        : reply.refusal();
  }

  private static Reply good(Reply reply) {
    if (!reply.isGood()) {
      throw new ClusterUnreachable("a request was refused: " + reply.refusal().message());
    }
    return reply;
  }

  private static String query(Write write, String... parameters) {
    List<String> all = new ArrayList<>(List.of(parameters));
    if (write == Write.DRY_RUN) {
      all.add("dryRun=All");
    }
    return all.isEmpty() ? "" : "?" + String.join("&", all);
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
