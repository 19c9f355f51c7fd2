package dev.strake.custom;

import dev.strake.manifest.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * A kind in one of the versions that its definition has.
 *
 * @param plural as in URLs and RBAC rules; the empty text if the definition does not say
 * @param namespaced whether its objects lie in namespaces
 * @param served whether the API server answers for this version
 * @param deprecation what clients are told who use the version; null if it is not deprecated
 * @param schema null if the definition has none that could be read
 * @param definition that declares the kind
 */
public record CustomKind(
    String group,
    String version,
    String kind,
    String plural,
    boolean namespaced,
    boolean served,
    @Nullable String deprecation,
    @Nullable CustomSchema schema,
    Manifest definition) {

  /** As an object writes it: {@code cert-manager.io/v1}. */
  public String apiVersion() {
    return group + "/" + version;
  }
}
