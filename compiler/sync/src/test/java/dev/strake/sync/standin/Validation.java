package dev.strake.sync.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.api.ApiContext;
import dev.strake.api.ApiRules;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.manifest.Manifest;
import dev.strake.schema.KubernetesSchemas;
import dev.strake.schema.SchemaCheck;
import dev.strake.source.SourceFile;
import dev.strake.update.ObjectUpdates;
import dev.strake.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses what a real server would, as far as Strake's own rules know. */
final class Validation {

  private static final KubernetesSchemas SCHEMAS =
      KubernetesSchemas.forVersion("1.36").orElseThrow();
  private static final ApiContext SERVER = ApiContext.ofMinor(36);

  private Validation() {}

  /** What a request says, before anything is merged: unknown fields. */
  static void strict(ObjectNode sent) {
    List<Diagnostic> findings = new ArrayList<>();
    new SchemaCheck(SCHEMAS).check(manifest(sent), findings::add);
    for (Diagnostic finding : findings) {
      if (finding.code().toString().equals("schema/unknown-field")) {
        throw new ApiError(
            400, "BadRequest", "strict decoding error: unknown field \"" + finding.path() + "\"");
      }
      if (finding.code().toString().equals("schema/wrong-type")) {
        // Some versions quote the whole of what they cannot decode.
        throw new ApiError(400, "BadRequest", "cannot unmarshal " + sent);
      }
    }
  }

  /** A whole object, over another one or in its own right. */
  static void check(@Nullable ObjectNode before, ObjectNode after) {
    List<Diagnostic> findings = new ArrayList<>();
    Manifest now = manifest(after);
    new SchemaCheck(SCHEMAS).check(now, findings::add);
    findings.addAll(ApiRules.check(now, SERVER, findings));
    if (before != null) {
      ObjectUpdates.check(
          List.of(manifest(before)), List.of(now), finding -> findings.add(finding));
    }
    List<Diagnostic> errors =
        findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      String name = after.path("metadata").path("name").asText();
      ApiError error =
          new ApiError(
              422,
              "Invalid",
              "%s \"%s\" is invalid: %s"
                  .formatted(after.path("kind").asText(), name, errors.get(0).message()));
      for (Diagnostic finding : errors) {
        boolean fixed = finding.code().toString().equals("api/immutable-field");
        error.cause(
            "FieldValueInvalid",
            "Invalid value: "
                + value(after, finding)
                + ": "
                + (fixed ? "field is immutable" : finding.message()),
            finding.path() == null ? "" : finding.path().substring(1).replace('/', '.'));
      }
      throw error;
    }
  }

  /** A real server quotes what it refuses. */
  private static String value(ObjectNode object, Diagnostic finding) {
    return finding.path() == null ? "" : object.at(finding.path()).toString();
  }

  private static Manifest manifest(ObjectNode object) {
    ObjectNode sent = object.deepCopy();
    if (sent.get("metadata") instanceof ObjectNode metadata) {
      metadata.remove(List.of("managedFields"));
    }
    var documents =
        YamlReader.withDefaultLimits()
            .read(SourceFile.of("sent.json", sent.toString()), finding -> {})
            .documents();
    return Manifest.of(documents.get(0).root(), null).orElseThrow();
  }
}
