package dev.strake;

import dev.strake.custom.CustomKind;
import dev.strake.custom.CustomKinds;
import dev.strake.custom.CustomResourceCheck;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.schema.KubernetesSchemas;
import dev.strake.schema.SchemaCheck;
import java.util.List;

/** Holds an object against the schema of its kind, built in or declared among the inputs. */
final class ShapeCheck {

  private final KubernetesSchemas builtIn;
  private final CustomKinds custom;
  private final SchemaCheck schema;

  ShapeCheck(KubernetesSchemas builtIn, CustomKinds custom) {
    this.builtIn = builtIn;
    this.custom = custom;
    this.schema = new SchemaCheck(builtIn);
  }

  void check(Manifest manifest, DiagnosticSink sink) {
    String apiVersion = manifest.ref().apiVersion();
    String kind = manifest.ref().kind();
    // No definition can take a kind from Kubernetes itself.
    List<CustomKind> versions =
        builtIn.find(apiVersion, kind).isPresent() ? List.of() : custom.versions(apiVersion, kind);
    if (versions.isEmpty()) {
      schema.check(manifest, sink);
    } else {
      CustomResourceCheck.check(manifest, versions, sink);
    }
  }
}
