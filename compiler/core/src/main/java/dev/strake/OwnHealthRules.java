package dev.strake;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.ArtifactPath;
import dev.strake.bundle.Bundle;
import dev.strake.bundle.FileMode;
import dev.strake.bundle.Phase;
import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.health.CustomHealthRule;
import dev.strake.health.HealthRuleReader;
import dev.strake.manifest.Manifest;
import dev.strake.source.SourceFile;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlTree;
import dev.strake.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules on the health of custom kinds that users wrote: documents of our own kind among their
 * manifests. They go with the bundle, so that whoever applies it waits by them.
 */
final class OwnHealthRules {

  static final Code DUPLICATE = Code.error("compile/duplicate-health-rule");

  private static final String FOLDER = "health";

  private final Map<String, CustomHealthRule> rules;

  private OwnHealthRules(Map<String, CustomHealthRule> rules) {
    this.rules = rules;
  }

  static OwnHealthRules none() {
    return new OwnHealthRules(Map.of());
  }

  /** Whether a document is one, and so neither judged nor applied itself. */
  static boolean is(Manifest manifest) {
    return manifest.ref().apiVersion().equals(HealthRuleReader.API_VERSION)
        && manifest.ref().kind().equals(HealthRuleReader.KIND);
  }

  /** Those among some documents that are none. */
  static List<Manifest> without(List<Manifest> manifests) {
    return manifests.stream().filter(manifest -> !is(manifest)).toList();
  }

  /** With those among some documents; one with a mistake is reported and withheld. */
  OwnHealthRules with(List<Manifest> manifests, DiagnosticSink sink) {
    List<Manifest> written = manifests.stream().filter(OwnHealthRules::is).toList();
    if (written.isEmpty()) {
      return this;
    }
    Map<String, CustomHealthRule> all = new LinkedHashMap<>(rules);
    HealthRuleReader reader = new HealthRuleReader();
    for (Manifest manifest : written) {
      Checked<CustomHealthRule> read = reader.read(manifest.root());
      read.diagnostics().forEach(sink::report);
      read.asOptional().ifPresent(rule -> add(rule, all, sink));
    }
    return new OwnHealthRules(all);
  }

  private static void add(
      CustomHealthRule rule, Map<String, CustomHealthRule> all, DiagnosticSink sink) {
    CustomHealthRule first = all.putIfAbsent(rule.key(), rule);
    if (first != null) {
      sink.report(
          Diagnostic.of(
                  DUPLICATE,
                  kind(rule).range(),
                  "there is a rule for %s already".formatted(first.groupKind()))
              .withRelated(kind(first).range(), "here")
              .withHelp("join the two: an expression may have several parts, with || or &&"));
    }
  }

  private static YamlNode kind(CustomHealthRule rule) {
    return rule.source().get("for").orElse(rule.source());
  }

  /** A bundle, and these rules. */
  Bundle in(Bundle bundle) {
    List<Artifact> files = new ArrayList<>();
    for (CustomHealthRule rule : rules.values()) {
      ArtifactPath path = ArtifactPath.of(FOLDER, rule.key() + ".yaml");
      files.add(
          new Artifact(
              path,
              FileMode.REGULAR,
              Phase.HEALTH,
              SourceFile.of(
                  bundle.cluster() + "/" + path, YamlWriter.write(YamlTree.of(rule.source()))),
              rule.source().range(),
              List.of()));
    }
    return bundle.with(files);
  }
}
