package dev.strake.sync.standin;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A request, taken apart.
 *
 * @param user who asks, by the token of its kubeconfig; empty for nobody in particular
 * @param name empty for a collection
 * @param subresource empty for the object itself
 */
public record ApiRequest(
    String user,
    String method,
    String path,
    String group,
    String version,
    String plural,
    String namespace,
    String name,
    String subresource,
    Map<String, String> query,
    String accept,
    String contentType,
    String body) {

  private static final String CORE_ROOT = "/api";

  static ApiRequest of(
      String user, String method, URI uri, String accept, String contentType, String body) {
    List<String> parts = new ArrayList<>();
    for (String part : uri.getRawPath().substring(1).split("/", -1)) {
      parts.add(decoded(part));
    }
    boolean core = parts.get(0).equals("api");
    String group = !core ? at(parts, 1) : parts.size() == 1 ? CORE_ROOT : "";
    int next = core ? 2 : 3;
    String namespace = "";
    if (at(parts, next).equals("namespaces") && parts.size() > next + 2) {
      namespace = parts.get(next + 1);
      next += 2;
    }
    return new ApiRequest(
        user,
        method,
        uri.getRawPath(),
        group,
        at(parts, core ? 1 : 2),
        at(parts, next),
        namespace,
        at(parts, next + 1),
        at(parts, next + 2),
        query(uri),
        accept,
        contentType,
        body);
  }

  private static String at(List<String> parts, int index) {
    return index < parts.size() ? parts.get(index) : "";
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new HashMap<>();
    if (uri.getRawQuery() != null) {
      for (String pair : uri.getRawQuery().split("&", -1)) {
        int equals = pair.indexOf('=');
        query.put(
            equals < 0 ? pair : pair.substring(0, equals),
            equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** {@code /api} itself. */
  boolean isCoreRoot() {
    return group.equals(CORE_ROOT);
  }

  public boolean isDry() {
    return query.getOrDefault("dryRun", "").equals("All");
  }

  /** Whether it changes anything. */
  public boolean isWrite() {
    return !method.equals("GET")
        && !isDry()
        && !isAccessReview()
        && !plural.equals("selfsubjectreviews");
  }

  /** Whether it asks what whoever sends it may do. */
  boolean isAccessReview() {
    return method.equals("POST") && plural.equals("selfsubjectaccessreviews");
  }

  /** Whether it asks which Kubernetes this is. */
  boolean isVersion() {
    return path.equals("/version");
  }

  String manager() {
    return query.getOrDefault("fieldManager", "unknown");
  }

  @Override
  public String toString() {
    return method + " " + plural + " " + namespace + "/" + name + (isDry() ? " (dry run)" : "");
  }
}
