package dev.strake.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.ObjectRef;
import dev.strake.report.Coverage;
import dev.strake.report.Findings;
import dev.strake.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a baseline hides, and what it says of itself: {@code policy/baseline-unused}. */
class BaselineTest {

  private static final Coverage COVERAGE = new Coverage(1, 1, 1, 0, 0, 0);
  private static final SourceFile FILE = SourceFile.of("apps/web.yaml", "a: 1\nb: 2\nc: 3\n");
  private static final Diagnostic POLICY = found(Code.error("rbac/wildcard"), 0, "a star");
  private static final Diagnostic WARNING = found(Code.warning("schema/unknown-kind"), 5, "what?");
  private static final Diagnostic REFUSED = found(Code.error("api/x"), 10, "refused");

  private static Diagnostic found(Code code, int at, String message) {
    return Diagnostic.of(code, FILE.range(at, at + 1), message)
        .withObject(new ObjectRef("v1", "Pod", "shop", "web"))
        .withPath("/spec/containers/0");
  }

  private static Findings findings(Diagnostic... some) {
    return Findings.of(List.of(some), COVERAGE);
  }

  private static Baseline of(Diagnostic... some) {
    return read(Baseline.text(findings(some)));
  }

  private static Baseline read(String text) {
    return BaselineReader.read(SourceFile.of("known.json", text)).asOptional().orElseThrow();
  }

  private static List<String> said(Findings findings) {
    return findings.diagnostics().stream().map(Diagnostic::toString).toList();
  }

  @Test
  void theTextSaysWhatItHidesAndNoMore() {
    assertEquals(
        """
        {"version":1,"findings":[
        {"fingerprint":"%s","code":"rbac/wildcard","file":"apps/web.yaml",\
        "object":{"group":"","kind":"Pod","namespace":"shop","name":"web"},\
        "path":"/spec/containers/*","message":"a star","occurrence":1},
        {"fingerprint":"%s","code":"schema/unknown-kind","file":"apps/web.yaml",\
        "object":{"group":"","kind":"Pod","namespace":"shop","name":"web"},\
        "path":"/spec/containers/*","message":"what?","occurrence":1}
        ]}
        """
            .formatted(
                findings(POLICY).each().get(0).fingerprint().digest(),
                findings(WARNING).each().get(0).fingerprint().digest()),
        Baseline.text(findings(WARNING, REFUSED, POLICY)));
    assertEquals("{\"version\":1,\"findings\":[\n]}\n", Baseline.text(findings(REFUSED)));
  }

  @Test
  void whatIsKnownIsCountedAndNotReported() {
    Findings left = of(POLICY, WARNING).apply(findings(POLICY, WARNING, REFUSED), any -> true);

    assertEquals(List.of(REFUSED), left.diagnostics());
    assertEquals(2, left.summary().known());
  }

  @Test
  void ofSeveralAlikeAsManyAreKnownAsThereWere() {
    Diagnostic second = found(POLICY.code(), 5, "a star");

    Findings left = of(POLICY).apply(findings(POLICY, second), any -> true);

    assertEquals(List.of(second), left.diagnostics());
  }

  @Test
  void anEntryThatHidesNothingIsNamedAtItsPlace() {
    Findings left = of(POLICY, WARNING).apply(findings(WARNING), any -> true);

    assertEquals(
        List.of(
            "known.json:2:90 info policy/baseline-unused: rbac/wildcard in apps/web.yaml is not"
                + " found any more"),
        said(left));
    assertEquals(1, left.summary().known());
  }

  @Test
  void nothingIsSaidOfWhatTheRunDidNotLookFor() {
    assertEquals(List.of(), said(of(POLICY).apply(findings(), any -> false)));
    assertEquals(
        1, said(of(POLICY).apply(findings(), one -> one.code().equals("rbac/wildcard"))).size());
  }

  @Test
  void inABrokenFileNothingIsMissed() {
    assertEquals(List.of(REFUSED), of(POLICY).apply(findings(REFUSED), any -> true).diagnostics());
  }

  @Test
  void whereObjectsAreMissingNoPolicysFindingIsMissed() {
    Diagnostic notJudged =
        Diagnostic.of(Code.info("policy/not-judged"), FILE.range(0, 0), "were not asked");

    Findings left = of(POLICY, WARNING).apply(findings(notJudged), any -> true);

    assertEquals(
        List.of(
            "apps/web.yaml:1:1 info policy/not-judged: were not asked",
            "known.json:3:90 info policy/baseline-unused: schema/unknown-kind in apps/web.yaml is"
                + " not found any more"),
        said(left));
  }

  /** Written when it was a warning still. */
  @Test
  void anErrorOfTheCompilerIsReportedWhateverTheFileSays() {
    Diagnostic error = REFUSED;
    Baseline baseline =
        of(
            Diagnostic.of(Code.warning("api/x"), FILE.range(10, 11), "refused")
                .withObject(error.object())
                .withPath("/spec/containers/0"));

    Findings left = baseline.apply(findings(error), any -> true);

    assertEquals(
        List.of(
            "apps/web.yaml:3:1 error api/x: refused",
            "known.json:2:90 info policy/baseline-unused: api/x in apps/web.yaml is an error of"
                + " the compiler, which no baseline hides"),
        said(left));
    assertEquals(0, left.summary().known());
  }

  @Test
  void onlyErrorsOfTheCompilerCannotBeHidden() {
    for (String stage :
        List.of("yaml", "spec", "schema", "api", "component", "compile", "policy")) {
      assertTrue(!Baseline.mayHide(found(Code.error(stage + "/x"), 0, "m")), stage);
      assertTrue(Baseline.mayHide(found(Code.warning(stage + "/x"), 0, "m")), stage);
      assertTrue(Baseline.mayHide(found(Code.info(stage + "/x"), 0, "m")), stage);
    }
    assertTrue(Baseline.mayHide(found(Code.error("pod-security/x"), 0, "m")));
  }

  @Test
  void linesThatMoveChangeNeitherTheTextNorItsOrder() {
    SourceFile moved = SourceFile.of("apps/web.yaml", "# new\nc: 3\nb: 2\na: 1\n");

    assertEquals(
        Baseline.text(findings(POLICY, WARNING)),
        Baseline.text(
            findings(POLICY.withRange(moved.range(16, 17)), WARNING.withRange(moved.range(6, 7)))));
  }

  @Test
  void everyTextComesBack() {
    for (String text :
        List.of(
            "\u0000\u0001\u001b[31m\u007f\u0085\u009b",
            "\u202e\u2066\u2028\u2029\uFEFF\u200b",
            "\uD83D\uDEA2 \uD83D half \uDEA2",
            "\uFFFE\uFFFF\uFDD0\uDBFF\uDFFF\uDB40\uDC41",
            "\"\\/\b\f\n\r\t' # - : {{ }} true",
            "x".repeat(300_000))) {
      Diagnostic hostile =
          Diagnostic.of(Code.error("rbac/x"), SourceFile.of("a" + text, "a").range(0, 1), text)
              .withPath("/" + text)
              .withObject(new ObjectRef(text, text, text, text));

      Findings left = of(hostile).apply(findings(hostile), any -> true);

      assertEquals(List.of(), left.diagnostics());
      assertEquals(1, left.summary().known());
    }
  }
}
