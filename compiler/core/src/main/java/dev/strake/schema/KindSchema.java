package dev.strake.schema;

import java.util.List;

/**
 * A kind of object in one version of its group.
 *
 * @param group empty for the core group
 * @param plural as in URLs and RBAC rules
 * @param namespaced whether its objects lie in namespaces
 * @param shortNames as kubectl takes them
 * @param type what its objects look like
 */
public record KindSchema(
    String group,
    String version,
    String kind,
    String plural,
    boolean namespaced,
    List<String> shortNames,
    ObjectType type) {

  public KindSchema {
    shortNames = List.copyOf(shortNames);
  }

  /** As an object writes it: {@code v1}, {@code apps/v1}. */
  public String apiVersion() {
    return group.isEmpty() ? version : group.concat("/").concat(version);
  }

  // Not "+": its first use in a process costs more than reading all kinds.
  static String key(String apiVersion, String kind) {
    return apiVersion.concat(" ").concat(kind);
  }
}
