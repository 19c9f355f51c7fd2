package dev.strake.schema;

import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;

/**
 * The door to this package: everything that a version of Kubernetes says about an object's shape.
 */
public final class SchemaCheck {

  private final KubernetesSchemas schemas;

  public SchemaCheck(KubernetesSchemas schemas) {
    this.schemas = schemas;
  }

  /**
   * Reports what is wrong with the object's API and with its fields. An object of a kind that is
   * not known is reported and goes unchecked. Kinds of Strake's own are not for here.
   */
  public void check(Manifest manifest, DiagnosticSink sink) {
    if (isEmptyList(manifest)) {
      return;
    }
    new ApiLookup(schemas, manifest, sink)
        .find()
        .ifPresent(kind -> StructuralChecker.check(manifest, kind, sink));
    if (GrantedApis.areIn(manifest)) {
      new GrantedApis(schemas, manifest, sink).check();
    }
  }

  /** A List without items reaches us as an object: it has no schema, and needs none. */
  private static boolean isEmptyList(Manifest manifest) {
    return manifest.ref().apiVersion().equals("v1") && manifest.ref().kind().equals("List");
  }
}
