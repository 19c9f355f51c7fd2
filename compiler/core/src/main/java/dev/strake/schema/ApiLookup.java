package dev.strake.schema;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.DidYouMean;
import dev.strake.diagnostic.Fix;
import dev.strake.diagnostic.Severity;
import dev.strake.manifest.Manifest;
import dev.strake.yaml.NewScalar;
import dev.strake.yaml.NodeChanges;
import dev.strake.yaml.NodePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether the target version of Kubernetes serves the API that an object names, and for how long.
 */
public final class ApiLookup {

  public static final Code UNKNOWN_KIND = Code.warning("schema/unknown-kind");
  static final Code REMOVED_API = Code.error("schema/removed-api");
  public static final Code DEPRECATED_API = Code.warning("schema/deprecated-api");
  static final Code FUTURE_API = Code.error("schema/future-api");

  private static final NodePath API_VERSION = NodePath.of("apiVersion");
  private static final NodePath KIND = NodePath.of("kind");
  private static final int MOST_LISTED = 4;

  private final KubernetesSchemas schemas;
  private final Manifest manifest;
  private final DiagnosticSink sink;

  public ApiLookup(KubernetesSchemas schemas, Manifest manifest, DiagnosticSink sink) {
    this.schemas = schemas;
    this.manifest = manifest;
    this.sink = sink;
  }

  /** The object's kind; if there is none, that is reported. */
  public Optional<KindSchema> find() {
    String apiVersion = manifest.ref().apiVersion();
    String kind = manifest.ref().kind();
    Optional<KindSchema> found = schemas.find(apiVersion, kind);
    Optional<Lifecycle.Entry> life = Lifecycle.known().find(apiVersion, kind);
    if (life.isPresent()) {
      report(life.get(), found.isPresent());
    } else if (found.isEmpty()) {
      sink.report(unknown(apiVersion, kind));
    }
    return found;
  }

  private void report(Lifecycle.Entry life, boolean served) {
    switch (life.in(schemas.minor())) {
      case NOT_YET -> sink.report(future(life));
      case REMOVED -> sink.report(removed(life));
      case DEPRECATED -> sink.report(deprecated(life));
      case SERVED -> {
        if (!served) {
          sink.report(unknown(life.apiVersion(), life.kind()));
        }
      }
    }
  }

  private Diagnostic removed(Lifecycle.Entry life) {
    String message =
        "Kubernetes %s has no %s in %s any more: it went in 1.%s"
            .formatted(schemas.version(), life.kind(), life.apiVersion(), life.removed());
    return withReplacement(manifest.finding(REMOVED_API, API_VERSION, message), life);
  }

  private Diagnostic deprecated(Lifecycle.Entry life) {
    String message =
        "%s %s is deprecated since Kubernetes 1.%s"
            .formatted(life.apiVersion(), life.kind(), life.deprecated());
    String gone = life.removed() == null ? "" : ", and gone in 1." + life.removed();
    return withReplacement(manifest.finding(DEPRECATED_API, API_VERSION, message + gone), life);
  }

  /** With a fix, if the object is the same in a version that the target serves. */
  private Diagnostic withReplacement(Diagnostic finding, Lifecycle.Entry life) {
    Optional<String> same =
        LosslessMoves.of(life.apiVersion(), life.kind())
            .filter(version -> schemas.find(version, life.kind()).isPresent());
    if (same.isEmpty()) {
      return finding.withHelp(replacement(life));
    }
    Diagnostic helped =
        finding.withHelp("use %s %s; its fields are the same".formatted(same.get(), life.kind()));
    if (!manifest.isWritten()) {
      return helped;
    }
    return NodeChanges.set(manifest.root(), API_VERSION, List.of(), NewScalar.ofString(same.get()))
        .match(
            edits -> helped.withFix(new Fix("write " + same.get(), edits).revealing()),
            reason -> helped);
  }

  private Diagnostic future(Lifecycle.Entry life) {
    String message =
        "%s %s comes with Kubernetes 1.%s, after %s"
            .formatted(life.apiVersion(), life.kind(), life.introduced(), schemas.version());
    List<KindSchema> now = schemas.named(life.kind());
    Diagnostic finding = manifest.finding(FUTURE_API, API_VERSION, message);
    return now.isEmpty() ? finding : finding.withHelp("until then there is " + apiVersions(now));
  }

  private static String replacement(Lifecycle.Entry life) {
    return life.replacement() == null
        ? "nothing takes its place"
        : "use " + life.replacement() + "; compare the fields, they may differ";
  }

  /** A custom resource may have any group but Kubernetes' own: there, the kind cannot exist. */
  private Diagnostic unknown(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    boolean builtIn = slash < 0 || schemas.isKnownGroup(group);
    List<KindSchema> elsewhere = schemas.named(kind);
    Optional<String> meant = DidYouMean.of(kind, schemas.of(apiVersion).keySet());
    String message =
        builtIn
            ? "Kubernetes %s has no kind %s in %s".formatted(schemas.version(), kind, apiVersion)
            : "nothing declares the kind %s of %s, so it is not checked"
                .formatted(kind, apiVersion);
    Diagnostic finding =
        manifest
            .finding(UNKNOWN_KIND, elsewhere.isEmpty() ? KIND : API_VERSION, message)
            .withSeverity(builtIn ? Severity.ERROR : Severity.WARNING);
    if (!elsewhere.isEmpty()) {
      return finding.withHelp(kind + " is in " + apiVersions(elsewhere));
    }
    return meant.map(name -> finding.withHelp("did you mean " + name + "?")).orElse(finding);
  }

  private static String apiVersions(List<KindSchema> kinds) {
    return kinds.stream()
        .limit(MOST_LISTED)
        .map(KindSchema::apiVersion)
        .collect(Collectors.joining(", "));
  }
}
