package dev.strake.sync.live;

import dev.strake.sync.object.ObjectIdentity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A kind as a cluster serves it.
 *
 * @param group without a version; empty for the core group
 * @param plural its name in URLs
 */
public record ResourceType(
    String group,
    String version,
    String kind,
    String plural,
    boolean namespaced,
    boolean listable) {

  /** One that every cluster serves. */
  public static ResourceType builtIn(
      String group, String version, String kind, String plural, boolean namespaced) {
    return new ResourceType(group, version, kind, plural, namespaced, true);
  }

  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** The kind with its group: {@code Deployment.apps}, {@code Pod}. */
  public String groupKind() {
    return group.isEmpty() ? kind : kind + "." + group;
  }

  /** The identity that an object of this type has on the server, which knows its scope. */
  public ObjectIdentity identity(String namespace, String name) {
    return new ObjectIdentity(group, kind, namespaced ? namespace : "", name);
  }

  /** Of all objects in a namespace, or everywhere if that is empty. */
  String collection(String namespace) {
    String root = group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
    String within = namespaced && !namespace.isEmpty() ? "/namespaces/" + segment(namespace) : "";
    return root + within + "/" + plural;
  }

  /** Of one object. */
  String item(String namespace, String name) {
    return collection(namespace) + "/" + segment(name);
  }

  private static String segment(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
