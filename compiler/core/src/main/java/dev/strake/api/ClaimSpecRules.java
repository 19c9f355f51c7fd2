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
  static void check(Cursor spec, ApiContext context) {
    checkAllButSources(spec, context);
    checkSource(spec.field("dataSource"));
    checkReference(spec.field("dataSourceRef"));
    checkSourcesAgree(spec.field("dataSource"), spec.field("dataSourceRef"));
  }

  /**
   * The spec of a claim. There the server first drops a dataSourceRef to another namespace
   * (DropDisabledFields), and a dataSource that is neither a claim nor a snapshot and has no
   * dataSourceRef beside it (EnforceDataSourceBackwardsCompatibility).
   */
  static void checkClaim(Cursor spec, ApiContext context) {
    Cursor source = spec.field("dataSource");
    Cursor reference = spec.field("dataSourceRef");
    checkAllButSources(spec, context);
    boolean kept = reference.isSet() && reference.field("namespace").isBlank();
    if (kept) {
      checkReference(reference);
      checkSourcesAgree(source, reference);
    }
    String type = source.field("apiGroup").text() + "/" + source.field("kind").text();
    if (kept || KEPT_SOURCES.contains(type)) {
      checkSource(source);
    }
  }

  private static void checkAllButSources(Cursor spec, ApiContext context) {
    AccessModes.check(spec.field("accessModes"));
    Selectors.check(spec.field("selector"));
    checkStorage(spec.field("resources", "requests"));
    Check.shape(spec.field("storageClassName"), Texts::subdomainProblem);
    // The server drops it before 1.34, or looks away.
    if (context.isSince(34)) {
      Check.shape(spec.field("volumeAttributesClassName"), Texts::subdomainProblem);
    }
    Check.oneOf(spec.field("volumeMode"), VOLUME_MODES);
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

  private static void checkReference(Cursor reference) {
    checkSource(reference);
    Check.shape(reference.field("namespace"), Texts::labelProblem);
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
