package dev.strake.sync.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which kinds a cluster serves; each group and version is asked for once, when it is needed. */
final class Discovery {

  private final ApiHttp http;
  private final Map<String, List<ResourceType>> byApiVersion = new ConcurrentHashMap<>();
  private final Map<String, List<String>> versionsByGroup = new ConcurrentHashMap<>();

  Discovery(ApiHttp http) {
    this.http = http;
  }

  /** Of one group only: a sync that defines hundreds of kinds would else ask for all of them. */
  void forget(String group) {
    versionsByGroup.remove(group);
    byApiVersion.keySet().removeIf(version -> version.startsWith(group + "/"));
  }

  Optional<ResourceType> find(String apiVersion, String kind) {
    return types(apiVersion).stream().filter(type -> type.kind().equals(kind)).findFirst();
  }

  Optional<ResourceType> preferred(String group, String kind) {
    if (group.isEmpty()) {
      return find("v1", kind);
    }
    return versions(group).stream().flatMap(version -> find(version, kind).stream()).findFirst();
  }

  /** The preferred one first; none of a group that is not served. */
  private List<String> versions(String group) {
    List<String> known = versionsByGroup.get(group);
    if (known != null) {
      return known;
    }
    ApiHttp.Reply reply = http.send(ApiHttp.Call.get("/apis/" + group));
    if (reply.code() == 404) {
      return List.of();
    }
    List<String> asked = versions(good(reply).json());
    versionsByGroup.put(group, asked);
    return asked;
  }

  private static List<String> versions(JsonNode group) {
    Set<String> versions = new LinkedHashSet<>();
    versions.add(group.path("preferredVersion").path("groupVersion").asText(""));
    group.path("versions").forEach(v -> versions.add(v.path("groupVersion").asText("")));
    versions.remove("");
    return List.copyOf(versions);
  }

  /** Each kind once, in the first version of its group that has it, the preferred one first. */
  List<ResourceType> listable() {
    List<ResourceType> all = new ArrayList<>(types("v1"));
    for (JsonNode group : good(http.send(ApiHttp.Call.get("/apis"))).json().path("groups")) {
      Map<String, ResourceType> byKind = new LinkedHashMap<>();
      for (String version : versions(group)) {
        types(version).forEach(type -> byKind.putIfAbsent(type.plural(), type));
      }
      all.addAll(byKind.values());
    }
    return all.stream().filter(ResourceType::listable).toList();
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
