package dev.strake.custom;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.manifest.Manifest;
import dev.strake.schema.ApiLookup;
import dev.strake.yaml.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The door to this package: judges resources whose kinds are declared among the inputs. */
public final class CustomResourceCheck {

  private static final NodePath API_VERSION = NodePath.of("apiVersion");

  private CustomResourceCheck() {}

  /**
   * Reports what the API server would refuse once the definition is there.
   *
   * @param versions of the resource's kind, not empty
   */
  public static void check(Manifest resource, List<CustomKind> versions, DiagnosticSink sink) {
    versions.stream()
        .filter(version -> version.apiVersion().equals(resource.ref().apiVersion()))
        .filter(CustomKind::served)
        .findFirst()
        .ifPresentOrElse(
            kind -> check(resource, kind, sink), () -> sink.report(notServed(resource, versions)));
  }

  private static void check(Manifest resource, CustomKind kind, DiagnosticSink sink) {
    if (kind.deprecation() != null) {
      sink.report(resource.finding(ApiLookup.DEPRECATED_API, API_VERSION, kind.deprecation()));
    }
    CustomSchema schema = kind.schema();
    if (schema == null) {
      return;
    }
    List<Diagnostic> structural = new ArrayList<>();
    StructureCheck.check(schema, Spot.root(resource, structural::add));
    structural.forEach(sink::report);
    if (structural.isEmpty()) {
      RuleCheck.check(schema, Spot.root(resource, sink));
    }
  }

  private static Diagnostic notServed(Manifest resource, List<CustomKind> versions) {
    String served =
        versions.stream()
            .filter(CustomKind::served)
            .map(CustomKind::apiVersion)
            .collect(Collectors.joining(", "));
    Manifest definition = versions.get(0).definition();
    return resource
        .finding(
            ApiLookup.UNKNOWN_KIND,
            API_VERSION,
            "the definition of %s does not serve %s"
                .formatted(resource.ref().kind(), resource.ref().apiVersion()))
        .withSeverity(Severity.ERROR)
        .withRelated(definition.place(NodePath.of("spec", "versions")), "what it serves")
        .withHelp(served.isEmpty() ? "it serves no version" : "it serves " + served);
  }
}
