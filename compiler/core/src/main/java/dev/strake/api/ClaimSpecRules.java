package dev.strake.api;

import java.util.List;

/**
 * The spec of a PersistentVolumeClaim, of its own or in a template.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidatePersistentVolumeClaimSpec
 *     in validation.go</a>
 */
final class ClaimSpecRules {

  private static final List<String> VOLUME_MODES = List.of("Block", "Filesystem");

  private static final List<String> KEPT_SOURCES =
      List.of("/PersistentVolumeClaim", "snapshot.storage.k8s.io/VolumeSnapshot");

  private ClaimSpecRules() {}

  /** The spec of a template. */
  static void check(Cursor spec) {
    checkAllButSource(spec);
    checkSource(spec.field("dataSource"));
    checkSourcesAgree(spec.field("dataSource"), spec.field("dataSourceRef"));
  }

  /**
   * The spec of a claim. There the server drops a dataSource that is neither a claim nor a snapshot
   * before it looks (EnforceDataSourceBackwardsCompatibility).
   */
  static void checkClaim(Cursor spec) {
    Cursor source = spec.field("dataSource");
    String type = source.field("apiGroup").text() + "/" + source.field("kind").text();
    if (KEPT_SOURCES.contains(type)) {
      check(spec);
    } else {
      checkAllButSource(spec);
    }
  }

  private static void checkAllButSource(Cursor spec) {
    AccessModes.check(spec.field("accessModes"));
    Selectors.check(spec.field("selector"));
    checkStorage(spec.field("resources", "requests"));
    Check.shape(spec.field("storageClassName"), Texts::subdomainProblem);
    Check.shape(spec.field("volumeAttributesClassName"), Texts::subdomainProblem);
    Check.oneOf(spec.field("volumeMode"), VOLUME_MODES);
    checkSource(spec.field("dataSourceRef"));
    Check.shape(spec.field("dataSourceRef", "namespace"), Texts::labelProblem);
  }

  private static void checkStorage(Cursor requests) {
    boolean asks = requests.values().stream().anyMatch(r -> r.key().equals("storage"));
    Cursor storage = requests.field("storage");
    if (!asks) {
      storage.missing();
    } else if (storage.isSet()) {
      Check.positiveQuantity(storage);
    } else {
      storage.missing();
    }
  }

  /** validateDataSource and validateDataSourceRef. */
  private static void checkSource(Cursor source) {
    if (!source.isMapping()) {
      return;
    }
    Check.required(source, "name", "kind");
    Cursor group = source.field("apiGroup");
    Cursor kind = source.field("kind");
    if (group.isBlank() && kind.isText() && !kind.is("PersistentVolumeClaim")) {
      kind.invalid("must be PersistentVolumeClaim without an apiGroup");
    }
    Check.shape(group, Texts::subdomainProblem);
  }

  private static void checkSourcesAgree(Cursor source, Cursor reference) {
    if (!source.isMapping() || !reference.isMapping()) {
      return;
    }
    if (!reference.field("namespace").isBlank()) {
      source.forbidden("beside a dataSourceRef with a namespace");
      return;
    }
    for (String field : List.of("apiGroup", "kind", "name")) {
      Cursor one = source.field(field);
      if (!one.text().equals(reference.field(field).text())) {
        one.invalid("must be what dataSourceRef says");
      }
    }
  }
}
