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

  /** Of a list that expires before all its pages are read. */
  private static final int MOST_RESTARTS = 5;

  private static final String SELF_REVIEWS = "/apis/authentication.k8s.io/v1/selfsubjectreviews";
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
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
    Call call =
        new Call("POST", ACCESS_REVIEWS, Call.JSON_TYPE, Call.JSON_TYPE, question.review(), false);
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
  public void forgetTypes(String group) {
    discovery.forget(group);
  }

  @Override
  public Caller caller() {
    ObjectNode review = JsonNodeFactory.instance.objectNode();
    review.put("apiVersion", "authentication.k8s.io/v1").put("kind", "SelfSubjectReview");
    // Nothing is kept of it, so that it is no write.
    Reply reply =
        http.send(new Call("POST", SELF_REVIEWS, Call.JSON_TYPE, Call.JSON_TYPE, review, false));
    if (!reply.isGood()) {
      return Caller.UNKNOWN;
    }
    JsonNode user = reply.json().path("status").path("userInfo");
    List<String> groups = new ArrayList<>();
    user.path("groups").forEach(group -> groups.add(group.asText("")));
    return new Caller(user.path("username").asText(""), groups);
  }

  @Override
  public Answer get(ResourceType type, String namespace, String name) {
    return answer(http.send(Call.get(type.item(namespace, name))));
  }

  @Override
  public Answer apply(ResourceType type, KubernetesObject object, Write write, boolean force) {
    String query = query(write, MANAGER, STRICT, "force=" + force);
    String target = type.item(object.namespace(), object.name()) + query;
    return send("PATCH", target, APPLY_TYPE, object, write);
  }

  @Override
  public Answer create(ResourceType type, KubernetesObject object, Write write) {
    String target = type.collection(object.namespace()) + query(write, MANAGER, STRICT);
    return send("POST", target, Call.JSON_TYPE, object, write);
  }

  @Override
  public Answer replace(ResourceType type, KubernetesObject object) {
    String query = query(Write.PERSISTED, MANAGER, STRICT);
    String target = type.item(object.namespace(), object.name()) + query;
    return send("PUT", target, Call.JSON_TYPE, object, Write.PERSISTED);
  }

  @Override
  public Answer patch(
      ResourceType type, String namespace, String name, ArrayNode operations, Write write) {
    String target = type.item(namespace, name) + query(write, MANAGER);
    return answer(
        http.send(
            new Call(
                "PATCH", target, Call.JSON_TYPE, JSON_PATCH_TYPE, operations, persists(write))));
  }

  @Override
  public Answer delete(ResourceType type, String namespace, String name, String uid, Write write) {
    ObjectNode options = JsonNodeFactory.instance.objectNode();
    options.put("apiVersion", "v1").put("kind", "DeleteOptions");
    options.put("propagationPolicy", "Background");
    options.putObject("preconditions").put("uid", uid);
    String target = type.item(namespace, name) + query(write);
    return answer(
        http.send(
            new Call("DELETE", target, Call.JSON_TYPE, Call.JSON_TYPE, options, persists(write))));
  }

  @Override
  public List<KubernetesObject> list(ResourceType type, String namespace, String selector) {
    List<KubernetesObject> all = new ArrayList<>();
    Optional<Reply> refused = list(type, namespace, selector, all);
    refused.ifPresent(HttpClusterApi::good);
    return all;
  }

  @Override
  public Optional<List<KubernetesObject>> listIfAllowed(ResourceType type, String namespace) {
    List<KubernetesObject> all = new ArrayList<>();
    Optional<Reply> refused = list(type, namespace, "", all);
    boolean forbidden =
        refused
            .filter(reply -> reply.code() == UNAUTHORIZED || reply.code() == FORBIDDEN)
            .isPresent();
    if (forbidden) {
      return Optional.empty();
    }
    refused.ifPresent(HttpClusterApi::good);
    return Optional.of(all);
  }

  /** Returns the answer that ended it, if that was none. */
  private Optional<Reply> list(
      ResourceType type, String namespace, String selector, List<KubernetesObject> all) {
    String next = "";
    boolean more = true;
    for (int restarts = 0; more; ) {
      Reply reply =
          http.send(Call.get(page(type, namespace, selector, next)).accepting(METADATA_LIST));
      if (reply.code() == NOT_FOUND) {
        all.clear();
        return Optional.empty();
      }
      if (reply.code() == GONE && !next.isEmpty() && restarts++ < MOST_RESTARTS) {
        // The list has changed for too long; what is asked for is one that holds together.
        all.clear();
        next = "";
      } else if (reply.isGood()) {
        reply.json().path("items").forEach(item -> all.add(listed(type, item)));
        next = reply.json().path("metadata").path("continue").asText("");
        more = !next.isEmpty();
      } else {
        return Optional.of(reply);
      }
    }
    return Optional.empty();
  }

  private static String page(
      ResourceType type, String namespace, String selector, String continued) {
    return type.collection(namespace)
        + "?limit="
        + PAGE
        + "&labelSelector="
        + encode(selector)
        + (continued.isEmpty() ? "" : "&continue=" + encode(continued));
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

  private Answer send(
      String method, String target, String contentType, KubernetesObject object, Write write) {
    return answer(
        http.send(
            new Call(method, target, Call.JSON_TYPE, contentType, object.copy(), persists(write))));
  }

  private static boolean persists(Write write) {
    return write == Write.PERSISTED;
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
