package dev.strake.report;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Fix;
import dev.strake.diagnostic.ObjectRef;
import dev.strake.diagnostic.Suppressed;
import dev.strake.source.SourceFile;
import java.util.List;
import java.util.Optional;

/** Findings for reports to show. */
final class ReportSamples {

  static final Coverage COVERAGE = new Coverage(2, 2, 3, 0, 0, 0);

  /** The ship takes two chars and one column. */
  static final SourceFile WEB =
      SourceFile.of("apps/web.yaml", "kind: Pod\nspec:\n  \uD83D\uDEA2: replica\n  b: 1\n");

  static final SourceFile ODD = SourceFile.of("apps/a b#1%:ä.yaml", "x: 1\n");

  /** With everything that a diagnostic can have; the name is that of column 6 to 13. */
  static final Diagnostic FULL =
      Diagnostic.of(Code.error("spec/unknown-field"), WEB.range(22, 29), "no field \"replica\"")
          .withPath("/spec/3/b")
          .withObject(new ObjectRef("apps/v1", "Deployment", "shop", "web"))
          .withHelp("did you mean replicas?")
          .withRelated(WEB.range(0, 4), "the {0} kind [x](y)")
          .withFix(Fix.replace("write replicas", WEB.range(22, 29), "replicas"));

  static final Diagnostic BARE =
      Diagnostic.of(Code.warning("rbac/wildcard"), ODD.range(0, 1), "a {} verb [here](http://x)");

  static final Diagnostic LINES =
      Diagnostic.of(Code.info("labels/owner"), WEB.range(0, WEB.text().length()), "no owner");

  static final Suppressed ALLOWED =
      new Suppressed(
          Diagnostic.of(
              Code.error("pod-security/privileged"), WEB.range(32, 36), "'a' is privileged"),
          Suppressed.Where.IN_SOURCE,
          "needs <all> devices");

  static final Suppressed EXCEPTED =
      new Suppressed(
          Diagnostic.of(Code.warning("rbac/wildcard"), ODD.range(3, 4), "a * resource"),
          Suppressed.Where.ELSEWHERE,
          "until OPS-12");

  static final ReportSettings SETTINGS =
      new ReportSettings(
          ReportSettings.PLAIN.threshold(),
          code ->
              code.equals("rbac/wildcard")
                  ? Optional.of(RulePage.of("# No wildcards\n\nA star grants\nall.\n\nMore.\n"))
                  : Optional.empty(),
          Optional.of("1.2.3"),
          Ansi.OFF);

  /** What no format may pass on as it is, one text each. */
  static final List<String> HOSTILE =
      List.of(
          "a\r\n::error::b",
          "%0A %25 100%, a:b",
          "]]><!-- & <script>\"'",
          "\u0000\u0001\u0008\u000b\u000c\u001b[31m\u007f\u0085\u009b",
          "\u202eevil\u2066\u2028\u2029\uFEFF\u200b",
          "\uD83D\uDEA2 \u00e9 \uD83D half \uDEA2\uD83D",
          "\uFFFE\uFFFF\uFDD0\uDBFF\uDFFF",
          "{0} {{1}} }{ [a](b) [a\\](b) ](",
          "##[add-mask]x ::stop-commands::t",
          "x".repeat(300_000),
          "\uD83D\uDEA2".repeat(400));

  private ReportSamples() {}

  static Findings all() {
    return Findings.of(List.of(LINES, FULL, BARE), List.of(EXCEPTED, ALLOWED), COVERAGE);
  }

  /** Each hostile text wherever a text can stand. */
  static Findings hostile() {
    List<Diagnostic> findings =
        HOSTILE.stream()
            .map(
                text -> {
                  SourceFile file =
                      SourceFile.of("apps/" + text.substring(0, Math.min(9, text.length())), text);
                  return Diagnostic.of(Code.error("api/x"), file.range(0, 1), text)
                      .withPath("/" + text)
                      .withObject(new ObjectRef(text, text, text, text))
                      .withHelp(text)
                      .withRelated(file.range(0, 1), text)
                      .withFix(Fix.replace(text, file.range(0, 1), text));
                })
            .toList();
    List<Suppressed> suppressed =
        findings.stream()
            .map(
                one ->
                    new Suppressed(
                        one.withSeverity(one.severity()),
                        Suppressed.Where.IN_SOURCE,
                        one.message()))
            .toList();
    return Findings.of(findings, suppressed, COVERAGE);
  }
}
