package dev.strake.helm;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.source.SourceFile;
import dev.strake.value.Quoted;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlFile;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlReader;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a chart would fetch if it were rendered: a check fetches nothing. */
final class ChartRefusals {

  static final Code CHART_DEPENDENCY = Code.error("compile/chart-dependency");
  static final Code REMOTE_SCHEMA = Code.error("compile/remote-schema");

  private static final String SCHEMA = "values.schema.json";
  private static final Set<String> REFERENCES =
      Set.of("$ref", "$dynamicRef", "$recursiveRef", "$schema");

  /** A place in the same file, or a version of JSON Schema itself, which every reader has. */
  private static final Pattern AT_HAND =
      Pattern.compile("#.*|https?://json-schema\\.org/draft[-/0-9a-z]+/schema#?");

  private final Chart chart;
  private final Severity unrendered;
  private final List<Diagnostic> found = new ArrayList<>();

  private ChartRefusals(Chart chart, Severity unrendered) {
    this.chart = chart;
    this.unrendered = unrendered;
  }

  /**
   * @param unrendered how much it matters that the chart is not rendered
   */
  static List<Diagnostic> of(Chart chart, Severity unrendered) {
    ChartRefusals refusals = new ChartRefusals(chart, unrendered);
    refusals.checkDependencies();
    chart.files().forEach(refusals::checkSchema);
    return refusals.found;
  }

  private void checkDependencies() {
    chart
        .root()
        .sequence("dependencies")
        .map(YamlSequence::items)
        .orElse(List.of())
        .forEach(
            item -> {
              if (item instanceof YamlMapping dependency) {
                dependency.scalar("name").ifPresent(this::checkDependency);
              }
            });
  }

  private void checkDependency(YamlScalar name) {
    boolean there = chart.files().entrySet().stream().anyMatch(file -> isChart(file, name.text()));
    if (!there) {
      found.add(
          Diagnostic.of(
                  CHART_DEPENDENCY,
                  name.range(),
                  "the chart %s is not in charts/, and a check fetches nothing"
                      .formatted(Quoted.plain(name.text())))
              .withSeverity(unrendered)
              .withHelp("run helm dependency build, and commit the folder charts"));
    }
  }

  /** {@code charts/<any>/Chart.yaml} of a chart with this name. */
  private static boolean isChart(Map.Entry<String, byte[]> file, String name) {
    if (!file.getKey().matches("charts/[^/]+/" + Pattern.quote(Chart.DESCRIPTION))) {
      return false;
    }
    YamlFile yaml = read(file.getKey(), file.getValue(), new ArrayList<>());
    return yaml.documents().stream()
        .map(YamlDocument::root)
        .anyMatch(
            root ->
                root instanceof YamlMapping mapping
                    && mapping.string("name").filter(name::equals).isPresent());
  }

  private void checkSchema(String inside, byte[] bytes) {
    if (!inside.equals(SCHEMA) && !inside.endsWith("/" + SCHEMA)) {
      return;
    }
    List<Diagnostic> findings = new ArrayList<>();
    YamlFile yaml = read(chart.path(inside), bytes, findings);
    findings.stream().filter(finding -> finding.severity() == Severity.ERROR).forEach(found::add);
    yaml.documents().forEach(document -> checkReferences(document.root()));
  }

  private static YamlFile read(String path, byte[] bytes, List<Diagnostic> findings) {
    return YamlReader.withDefaultLimits().read(SourceFile.decode(path, bytes), findings::add);
  }

  private void checkReferences(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      mapping.entries().forEach(this::checkReference);
    } else if (node instanceof YamlSequence list) {
      list.items().forEach(this::checkReferences);
    }
  }

  private void checkReference(YamlEntry entry) {
    boolean remote =
        REFERENCES.contains(entry.name())
            && entry.value() instanceof YamlScalar target
            && !AT_HAND.matcher(target.text()).matches();
    if (remote) {
      found.add(
          Diagnostic.of(
                  REMOTE_SCHEMA,
                  entry.value().range(),
                  "%s would be fetched, and a check fetches nothing"
                      .formatted(Quoted.plain(((YamlScalar) entry.value()).text())))
              .withSeverity(unrendered)
              .withHelp("copy the schema into this file, below $defs"));
    }
    checkReferences(entry.value());
  }
}
