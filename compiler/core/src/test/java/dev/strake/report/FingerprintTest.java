package dev.strake.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.ObjectRef;
import dev.strake.source.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final Code CODE = Code.error("rbac/x");
  private static final ObjectRef ROLE =
      new ObjectRef("rbac.authorization.k8s.io/v1", "Role", "shop", "web");
  private static final SourceFile FILE = SourceFile.of("a.yaml", "a: 1\nb: 2\nc: 3\n");
  private static final Diagnostic FINDING =
      Diagnostic.of(CODE, FILE.range(0, 1), "m").withObject(ROLE).withPath("/rules/0/verbs/12");

  private static List<Fingerprint> of(Diagnostic... findings) {
    return Findings.of(List.of(findings), ReportSamples.COVERAGE).each().stream()
        .map(Finding::fingerprint)
        .toList();
  }

  private static Fingerprint one(Diagnostic finding) {
    return of(finding).get(0);
  }

  @Test
  void linesIndexesVersionsAndWhatElseIsSaidDoNotMatter() {
    Fingerprint before = one(FINDING);

    SourceFile longer = SourceFile.of("a.yaml", "# comment\n\n" + FILE.text());
    assertEquals(before, one(FINDING.withRange(longer.range(11, 12))));
    assertEquals(before, one(FINDING.withPath("/rules/7/verbs/0")));
    ObjectRef beta = new ObjectRef("rbac.authorization.k8s.io/v1beta1", "Role", "shop", "web");
    assertEquals(before, one(FINDING.withObject(beta)));
    assertEquals(before, one(FINDING.withHelp("help").withRelated(FILE.range(0, 1), "r")));
    assertEquals(before.digest(), one(FINDING.withPath("/rules/7/verbs/0")).digest());
  }

  @Test
  void whatMakesItAnotherFindingMatters() {
    Set<String> digests = new HashSet<>();
    List<Diagnostic> different =
        List.of(
            FINDING,
            Diagnostic.of(Code.error("rbac/y"), FILE.range(0, 1), "m")
                .withObject(ROLE)
                .withPath("/rules/0/verbs/12"),
            Diagnostic.of(CODE, FILE.range(0, 1), "n")
                .withObject(ROLE)
                .withPath("/rules/0/verbs/12"),
            FINDING.withRange(SourceFile.of("b.yaml", "a").beginning()),
            FINDING.withPath("/rules/0/verbs"),
            FINDING.withPath("/rules/0x/verbs/12"),
            FINDING.withObject(null),
            FINDING.withObject(new ObjectRef("v1", "Role", "shop", "web")),
            FINDING.withObject(new ObjectRef("x/v1", "Role", null, "web")),
            FINDING.withObject(new ObjectRef("x/v1", "Role", "", "shop/web")));

    different.forEach(finding -> assertTrue(digests.add(one(finding).digest()), finding::toString));
  }

  @Test
  void thoseThatAreAlikeAreCounted() {
    Diagnostic second = FINDING.withRange(FILE.range(5, 6));
    Diagnostic third = FINDING.withRange(FILE.range(10, 11));

    assertEquals(
        List.of(1, 2, 3),
        of(third, FINDING, second).stream().map(Fingerprint::occurrence).toList());
    assertEquals(3, Set.copyOf(of(third, FINDING, second)).size());
  }

  /** Counted by hand: the digest is what other tools store, so it may never change. */
  @Test
  void theDigestIsThatOfItsPartsAsJson() {
    Fingerprint fingerprint =
        new Fingerprint(
            "rbac/x",
            "a.yaml",
            new Fingerprint.ObjectKey("", "Pod", "shop", "web"),
            "/spec",
            "m",
            1);

    // printf '["rbac/x","a.yaml","","Pod","shop","web","/spec","m",1]' | sha256sum
    assertEquals(
        "ed183f4b1ed6e71b294b76eca07c1b83d9a8c9742353550cf471d66e3df963d3", fingerprint.digest());
    // printf '["rbac/x","a.yaml","","m",2]' | sha256sum
    assertEquals(
        "8729238588f7a2b779d53a716528957117c5a1679f03713736ef83016ef1c68e",
        new Fingerprint("rbac/x", "a.yaml", null, "", "m", 2).digest());
  }

  @Test
  void aVeryLongMessageIsCut() {
    Fingerprint cut = one(Diagnostic.of(CODE, FILE.range(0, 1), "x".repeat(10_000_000)));

    assertEquals(501, cut.message().length());
    assertNotEquals(cut, one(Diagnostic.of(CODE, FILE.range(0, 1), "x".repeat(500))));
  }

  @Test
  void whatIsAddedLaterDoesNotRenumberWhatWasThere() {
    Diagnostic second = FINDING.withRange(FILE.range(5, 6));
    Findings found =
        Findings.of(List.of(FINDING, second), ReportSamples.COVERAGE)
            .without(finding -> finding.fingerprint().occurrence() == 1);
    Diagnostic earlier = FINDING.withRange(FILE.range(1, 2));

    Findings more = found.with(List.of(earlier, second));

    assertEquals(List.of(earlier, second), more.diagnostics());
    assertEquals(
        List.of(3, 2), more.each().stream().map(f -> f.fingerprint().occurrence()).toList());
    assertEquals(1, more.summary().known());
    assertEquals(2, more.summary().errors());
  }

  @Test
  void sinceCountsThoseThatAreAlike() {
    Diagnostic second = FINDING.withRange(FILE.range(5, 6));
    Findings before = Findings.of(List.of(second), ReportSamples.COVERAGE);

    Findings brought = Findings.of(List.of(FINDING, second), ReportSamples.COVERAGE).since(before);

    assertEquals(List.of(second), brought.diagnostics());
  }
}
