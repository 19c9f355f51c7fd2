package dev.strake.sync.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which kinds a cluster serves; each group's version is asked for once, when it is needed. */
final class Discovery {

  private final ApiHttp http;
  private final Map<String, List<ResourceType>> byApiVersion = new ConcurrentHashMap<>();

  Discovery(ApiHttp http) {
    this.http = http;
  }

  void forget() {
    byApiVersion.clear();
  }

  Optional<ResourceType> find(String apiVersion, String kind) {
    return types(apiVersion).stream().filter(type -> type.kind().equals(kind)).findFirst();
  }

  Optional<ResourceType> preferred(String group, String kind) {
    if (group.isEmpty()) {
      return find("v1", kind);
    }
    ApiHttp.Reply reply = http.send(ApiHttp.Call.get("/apis/" + group));
    if (reply.code() == 404) {
      return Optional.empty();
    }
    JsonNode known = good(reply).json();
    List<String> versions = new ArrayList<>();
    versions.add(known.path("preferredVersion").path("groupVersion").asText(""));
    known.path("versions").forEach(v -> versions.add(v.path("groupVersion").asText("")));
    return versions.stream()
        .filter(version -> !version.isEmpty())
        .flatMap(version -> find(version, kind).stream())
        .findFirst();
  }

  /** One version each, the preferred one. */
  List<ResourceType> listable() {
    List<String> versions = new ArrayList<>(List.of("v1"));
    for (JsonNode group : good(http.send(ApiHttp.Call.get("/apis"))).json().path("groups")) {
      versions.add(group.path("preferredVersion").path("groupVersion").asText(""));
    }
    return versions.stream()
        .flatMap(version -> types(version).stream())
        .filter(ResourceType::listable)
        .toList();
  }

  private List<ResourceType> types(String apiVersion) {
    List<ResourceType> known = byApiVersion.get(apiVersion);
    if (known != null) {
      return known;
    }
    List<ResourceType> asked = ask(apiVersion);
    if (!asked.isEmpty()) {
      byApiVersion.put(apiVersion, asked);
    }
    return asked;
  }

  private List<ResourceType> ask(String apiVersion) {
    if (!apiVersion.matches("[a-z0-9.-]+(/[a-z0-9]+)?")) {
      return List.of();
    }
    String root = apiVersion.contains("/") ? "/apis/" : "/api/";
    ApiHttp.Reply reply = http.send(ApiHttp.Call.get(root + apiVersion));
    if (reply.code() == 404) {
      return List.of();
    }
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    String version = apiVersion.substring(slash + 1);
    List<ResourceType> types = new ArrayList<>();
    for (JsonNode resource : good(reply).json().path("resources")) {
      String plural = resource.path("name").asText("");
      if (!plural.contains("/")) {
        types.add(
            new ResourceType(
                group,
                version,
                resource.path("kind").asText(""),
                plural,
                resource.path("namespaced").asBoolean(),
                resource.path("verbs").toString().contains("\"list\"")));
      }
    }
    return List.copyOf(types);
  }

  private static ApiHttp.Reply good(ApiHttp.Reply reply) {
    if (!reply.isGood()) {
      throw new ClusterUnreachable(
          "the cluster does not say what it serves: " + reply.refusal().message());
    }
    return reply;
  }
}
