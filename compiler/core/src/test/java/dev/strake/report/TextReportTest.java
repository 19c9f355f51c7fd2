package dev.strake.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Fix;
import dev.strake.diagnostic.ObjectRef;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextReportTest {

  private static final Code CODE = Code.error("spec/example");
  private static final Coverage COVERAGE = new Coverage(1, 2, 0, 0, 0, 0);

  @Test
  void aFindingWithEverything() {
    SourceFile file = SourceFile.of("apps/web.yaml", "kind: Pod\nspec:\n  replica: 3\n");
    Diagnostic finding =
        at(file, "replica", "unknown field \"replica\"")
            .withHelp("did you mean \"replicas\"?")
            .withPath("/spec/replica")
            .withObject(new ObjectRef("v1", "Pod", "shop", "web"))
            .withFix(Fix.replace("rename it to replicas", find(file, "replica"), "replicas"));

    expect(
        """
        error[spec/example]: unknown field "replica"
         --> apps/web.yaml:3:3
          |
        3 |   replica: 3
          |   ^^^^^^^
          |
          = in: Pod shop/web /spec/replica
          = help: did you mean "replicas"?
          = fix: rename it to replicas
        """,
        finding);
  }

  @Test
  void relatedPlacesOfTheSameFileShareTheFrame() {
    SourceFile file = SourceFile.of("a.yaml", "a: 1\nb: 2\nc: 3\nd: 4\ne: 5\na: 6\n");
    Diagnostic finding =
        of(file.range(25, 26), "the key \"a\" stands twice")
            .withRelated(file.range(0, 1), "first here")
            .withRelated(file.range(10, 11), "and not this");

    expect(
        """
        error[spec/example]: the key "a" stands twice
         --> a.yaml:6:1
          |
        1 | a: 1
          | - first here
        2 | b: 2
        3 | c: 3
          | - and not this
        ...
        6 | a: 6
          | ^
        """,
        finding);
  }

  @Test
  void twoPlacesInOneLine() {
    SourceFile file = SourceFile.of("a.yaml", "podSubnet: 10.0.0.0/8, 10.1.0.0/16\n");
    Diagnostic finding =
        at(file, "10.1.0.0/16", "overlaps")
            .withRelated(find(file, "10.0.0.0/8"), "with this range");

    expect(
        """
        error[spec/example]: overlaps
         --> a.yaml:1:24
          |
        1 | podSubnet: 10.0.0.0/8, 10.1.0.0/16
          |                        ^^^^^^^^^^^
          |            ---------- with this range
        """,
        finding);
  }

  @Test
  void relatedPlacesOfOtherFilesHaveFramesOfTheirOwn() {
    SourceFile file = SourceFile.of("a.yaml", "name: web\n");
    SourceFile other = SourceFile.of("b/c.yaml", "\n".repeat(9) + "name: web\n");
    Diagnostic finding =
        at(file, "web", "the name is taken").withRelated(find(other, "web"), "by this one");

    expect(
        """
        error[spec/example]: the name is taken
          --> a.yaml:1:7
           |
         1 | name: web
           |       ^^^
          ::: b/c.yaml:10:7
           |
        10 | name: web
           |       --- by this one
        """,
        finding);
  }

  @Test
  void aRangeOfFewLinesIsShownWhole() {
    SourceFile file = SourceFile.of("a.yaml", "run: |\n  one\n\n  two  \nnext: 1\n");

    expect(
        """
        error[spec/example]: bad
         --> a.yaml:1:6
          |
        1 | run: |
          |      ^
        2 |   one
          |   ^^^
        3 |
        4 |   two
          |   ^^^
        """,
        of(file.range(5, file.text().indexOf("two") + 3), "bad"));
  }

  @Test
  void aRangeOfManyLinesShowsItsEnds() {
    SourceFile file = SourceFile.of("a.yaml", "- 1\n- 2\n- 3\n- 4\n- 5\n- 6\nx\n");

    expect(
        """
        error[spec/example]: bad
         --> a.yaml:1:3
          |
        1 | - 1
          |   ^
        ...
        6 | - 6
          | ^^^
        """,
        of(file.range(2, file.text().indexOf("x")), "bad"));
  }

  @Test
  void tabsAreShownAndCaretsStandBelow() {
    SourceFile file = SourceFile.of("a.yaml", "a:\tx\tbad\n");

    // a: and the tab fill columns 1 to 4, x and the tab 5 to 8.
    expect(
        """
        error[spec/example]: bad
         --> a.yaml:1:6
          |
        1 | a:→ x→  bad
          |         ^^^
        """,
        at(file, "bad", "bad"));
  }

  @Test
  void wideCharactersTakeTwoColumnsAndAccentsNone() {
    SourceFile file =
        SourceFile.of("a.yaml", "\uD83D\uDEA2: \u8239, e\u0301: bad # \uD83D\uDEA2\n");

    // Columns count code points: the ship is one, and the accent is one.
    expect(
        """
        error[spec/example]: bad
         --> a.yaml:1:11
          |
        1 | \uD83D\uDEA2: \u8239, e\u0301: bad # \uD83D\uDEA2
          |            ^^^
        """,
        at(file, "bad", "bad"));
    expect(
        """
        error[spec/example]: wide
         --> a.yaml:1:4
          |
        1 | \uD83D\uDEA2: \u8239, e\u0301: bad # \uD83D\uDEA2
          |     ^^
        """,
        at(file, "\u8239", "wide"));
  }

  @Test
  void windowsLineBreaks() {
    SourceFile file = SourceFile.of("a.yaml", "a: 1\r\nb: 2\r\nc: 3\r\n");

    expect(
        """
        error[spec/example]: bad
         --> a.yaml:1:4
          |
        1 | a: 1
          |    ^
        2 | b: 2
          | ^^^^
        """,
        of(file.range(3, file.text().indexOf("c")), "bad"));
  }

  @Test
  void anEmptyFile() {
    expect(
        """
        error[spec/example]: empty
         --> a.yaml:1:1
          |
        1 |
          | ^
        """,
        of(SourceFile.of("a.yaml", "").beginning(), "empty"));
  }

  @Test
  void theEndOfAFile() {
    SourceFile open = SourceFile.of("a.yaml", "a: [");
    SourceFile closed = SourceFile.of("a.yaml", "a: [\n");

    expect(
        """
        error[spec/example]: bad
         --> a.yaml:1:5
          |
        1 | a: [
          |     ^
        """,
        of(open.range(4, 4), "bad"));
    expect(
        """
        error[spec/example]: bad
         --> a.yaml:2:1
          |
        2 |
          | ^
        """,
        of(closed.range(5, 5), "bad"));
  }

  @Test
  void aLongLineIsCutAroundTheRange() {
    String dots = ".".repeat(100);
    SourceFile file = SourceFile.of("a.yaml", dots + "bad" + dots);

    expect(
        """
        error[spec/example]: bad
         --> a.yaml:1:101
          |
        1 | …%sbad%s…
          |  %s^^^
        """
            .formatted(".".repeat(30), ".".repeat(67), " ".repeat(30)),
        at(file, "bad", "bad"));
  }

  @Test
  void aLineOfTenMegabytesIsCutInTime() {
    String half = "\uD83D\uDEA2".repeat(2_500_000);
    SourceFile file = SourceFile.of("a.yaml", half + "bad" + half);
    SourceRange bad = find(file, "bad");
    List<Diagnostic> findings =
        IntStream.range(0, 2_000).mapToObj(i -> of(bad, "no " + i)).toList();

    String text =
        assertTimeout(
            Duration.ofSeconds(20),
            () -> new TextReport().render(Findings.of(findings, COVERAGE), ReportSettings.PLAIN));

    assertTrue(text.contains(" --> a.yaml:1:2500001\n"), "the column");
    assertTrue(text.lines().allMatch(line -> line.length() < 200), "no long line");
    String caret = text.lines().filter(line -> line.contains("^^^")).findFirst().orElseThrow();
    // The bar and a space, the sign of the cut, and 15 ships of two columns.
    assertEquals("  | " + " ".repeat(31) + "^^^", caret);
  }

  @Test
  void aRangeLongerThanALineIsUnderlinedAsFarAsItIsShown() {
    SourceFile file = SourceFile.of("a.yaml", "k: " + "x".repeat(500) + "\n");

    expect(
        """
        error[spec/example]: bad
         --> a.yaml:1:4
          |
        1 | k: %s…
          |    %s
        """
            .formatted("x".repeat(97), "^".repeat(97)),
        of(file.range(3, 503), "bad"));
  }

  @Test
  void nothingOfTheUserReachesTheTerminalAsACommand() {
    String attack = "\u001b[31mred\u0007\u009b\u202e\u2028\u200b\uFEFF\u0000";
    SourceFile file = SourceFile.of("a\u001b]0;x.yaml", "k: " + attack + "\n");
    Diagnostic finding =
        of(file.range(3, 4), "bad " + attack + "\n --> fake.yaml:1:1")
            .withHelp(attack)
            .withObject(new ObjectRef("v1", "Pod", null, attack))
            .withRelated(file.range(4, 8), attack);

    String seen = "\u241b[31mred\u2407<U+009B><U+202E><U+2028><U+200B><U+FEFF>\u2400";
    expect(
        """
        error[spec/example]: bad %1$s\u240a --> fake.yaml:1:1
         --> a\u241b]0;x.yaml:1:4
          |
        1 | k: %1$s
          |    ^
          |     ---- %1$s
          |
          = in: Pod %1$s
          = help: %1$s
        """
            .formatted(seen),
        finding);
  }

  @Test
  void aLongMessageIsCut() {
    SourceFile file = SourceFile.of("a.yaml", "a: 1\n");

    String text = render(of(file.range(0, 1), "x".repeat(10_000_000)));

    assertTrue(text.startsWith("error[spec/example]: " + "x".repeat(600) + "…\n"), text);
  }

  @Test
  void coloursOnlyWhenAsked() {
    SourceFile file = SourceFile.of("a.yaml", "a: 1\n");
    Findings findings = Findings.of(List.of(of(file.range(0, 1), "bad")), COVERAGE);

    assertFalse(new TextReport().render(findings, ReportSettings.PLAIN).contains("\u001b"));
    String coloured = new TextReport().render(findings, ReportSettings.PLAIN.with(Ansi.ON));
    assertTrue(
        coloured.startsWith("\u001b[1;31merror[spec/example]\u001b[0m\u001b[1m: bad\u001b[0m\n"));
    assertEquals(
        new TextReport().render(findings, ReportSettings.PLAIN),
        coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
  }

  @Test
  void theSummaryCountsWhatIsThere() {
    assertEquals(
        "No findings in 3 files, 4 documents, 2 objects, 1 cluster\n",
        new TextReport()
            .render(Findings.of(List.of(), new Coverage(3, 4, 2, 1, 0, 0)), ReportSettings.PLAIN));
    assertEquals(
        "No findings in 0 files; 2 not checked\n",
        new TextReport()
            .render(Findings.of(List.of(), new Coverage(0, 0, 0, 0, 2, 0)), ReportSettings.PLAIN));
    assertEquals(
        "No findings in 1 file; 1 file left out by .strakeignore\n",
        new TextReport()
            .render(Findings.of(List.of(), new Coverage(1, 0, 0, 0, 0, 1)), ReportSettings.PLAIN));
    assertEquals(
        "No findings in 1 file; 1 not checked; 20 files left out by .strakeignore\n",
        new TextReport()
            .render(Findings.of(List.of(), new Coverage(1, 0, 0, 0, 1, 20)), ReportSettings.PLAIN));
  }

  @Test
  void findingsAreSortedAndTheirCodesListed() {
    SourceFile a = SourceFile.of("a.yaml", "a: 1\nb: 2\n");
    SourceFile b = SourceFile.of("b.yaml", "a: 1\n");
    Diagnostic warning = Diagnostic.of(Code.warning("api/other"), a.range(5, 6), "third");
    Findings findings =
        Findings.of(List.of(at(b, "a", "last"), warning, at(a, "a", "first")), COVERAGE);

    assertEquals(
        """
        error[spec/example]: first
         --> a.yaml:1:1
          |
        1 | a: 1
          | ^

        warning[api/other]: third
         --> a.yaml:2:1
          |
        2 | b: 2
          | ^

        error[spec/example]: last
         --> b.yaml:1:1
          |
        1 | a: 1
          | ^

        What they mean: strake explain CODE, with one of api/other, spec/example
        2 errors, 1 warning in 1 file, 2 documents
        """,
        new TextReport().render(findings, ReportSettings.PLAIN));
  }

  private static void expect(String frame, Diagnostic finding) {
    assertEquals(
        frame
            + """

            What it means: strake explain spec/example
            1 error in 1 file, 2 documents
            """,
        render(finding));
  }

  private static String render(Diagnostic finding) {
    return new TextReport().render(Findings.of(List.of(finding), COVERAGE), ReportSettings.PLAIN);
  }

  private static Diagnostic at(SourceFile file, String guilty, String message) {
    return of(find(file, guilty), message);
  }

  private static SourceRange find(SourceFile file, String text) {
    int start = file.text().indexOf(text);
    return file.range(start, start + text.length());
  }

  private static Diagnostic of(SourceRange range, String message) {
    return Diagnostic.of(CODE, range, message);
  }
}
