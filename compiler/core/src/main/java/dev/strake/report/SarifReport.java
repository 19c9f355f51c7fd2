package dev.strake.report;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Suppressed;
import java.util.List;
import java.util.stream.Stream;

/**
 * SARIF 2.1.0, for code scanning: one run, a result a line. Nothing in it depends on the machine,
 * so that a log of the same findings is the same log.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/">Static Analysis
 *     Results Interchange Format</a>
 */
final class SarifReport implements ReportFormat {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  @Override
  public String id() {
    return "sarif";
  }

  @Override
  public List<String> fileEndings() {
    return List.of(".sarif", ".sarif.json");
  }

  @Override
  public String render(Findings findings, ReportSettings settings) {
    SarifRules rules = SarifRules.of(all(findings).map(Diagnostic::code), settings.pages());
    JsonWriter json = new JsonWriter().beginObject().field("$schema", SCHEMA);
    json.field("version", "2.1.0").name("runs").beginArray().beginObject();
    tool(rules, settings, json.name("tool"));
    invocation(findings, settings.threshold(), json.name("invocations"));
    // Without a URI: where the repository stands on this machine is nobody's business.
    json.name("originalUriBaseIds").beginObject().name(SarifPlace.BASE).beginObject();
    text("The root of the Git repository, or what was checked", json.name("description"));
    json.endObject().endObject();
    json.field("columnKind", "unicodeCodePoints").name("newlineSequences").beginArray();
    json.value("\r\n").value("\n").value("\r").endArray();
    results(findings, rules, json.name("results"));
    return json.endObject().endArray().endObject() + "\n";
  }

  private static Stream<Diagnostic> all(Findings findings) {
    return Stream.concat(
        findings.diagnostics().stream(), findings.suppressed().stream().map(Suppressed::finding));
  }

  private static void tool(SarifRules rules, ReportSettings settings, JsonWriter json) {
    json.beginObject().name("driver").beginObject();
    json.field("name", "Strake").field("informationUri", CodeLink.HOME);
    settings.version().ifPresent(version -> json.field("semanticVersion", version));
    rules.write(json.name("rules"));
    json.endObject().endObject();
  }

  private static void invocation(Findings findings, Threshold threshold, JsonWriter json) {
    boolean fails = threshold.isReached(findings);
    json.beginArray().beginObject().name("executionSuccessful").literal("true");
    json.field("exitCode", fails ? 1 : 0);
    json.field(
        "exitCodeDescription",
        (fails ? "findings at or over " : "no findings at or over ") + threshold);
    json.name("toolExecutionNotifications").beginArray();
    Coverage coverage = findings.summary().coverage();
    notification("not-checked", "warning", coverage.notChecked(), "not checked", json);
    notification("ignored", "note", coverage.ignored(), "left out by .strakeignore", json);
    notification("known", "note", findings.summary().known(), "known from the baseline", json);
    json.endArray().endObject().endArray();
  }

  /** What a reader of the results alone would not know is missing. */
  private static void notification(
      String id, String level, int count, String what, JsonWriter json) {
    if (count > 0) {
      json.beginObject().name("descriptor").beginObject().field("id", id).endObject();
      json.field("level", level);
      text(count + " " + what, json.name("message"));
      json.endObject();
    }
  }

  private static void results(Findings findings, SarifRules rules, JsonWriter json) {
    json.beginArray();
    Numbering numbering = new Numbering();
    for (Finding finding : findings.each()) {
      numbering.note(finding.fingerprint());
      SarifResult.write(finding, List.of(), rules, json.newLine());
    }
    for (Suppressed silent : findings.suppressed()) {
      Finding finding = new Finding(silent.finding(), numbering.number(silent.finding()));
      SarifResult.write(finding, List.of(silent), rules, json.newLine());
    }
    json.endArray();
  }

  /** A message object of our own words. */
  private static void text(String text, JsonWriter json) {
    json.beginObject().field("text", text).endObject();
  }
}
