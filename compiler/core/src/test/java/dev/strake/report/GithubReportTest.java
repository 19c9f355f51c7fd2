package dev.strake.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceFile;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GithubReportTest {

  /** One command, whose properties and text have nothing left that ends them. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "::(error|warning|notice) file=[^,:\\r\\n]*,line=\\d+,endLine=\\d+"
              + "(,col=\\d+,endColumn=\\d+)?,title=[a-z0-9/-]+::[^\\r\\n]*");

  private static String render(Findings findings) {
    return new GithubReport().render(findings, ReportSettings.PLAIN);
  }

  @Test
  void errorsComeFirstAndColumnsStandForOneLine() {
    assertEquals(
        """
        ::error file=apps/web.yaml,line=3,endLine=3,col=6,endColumn=13,title=spec/unknown-field\
        ::no field "replica"%0Ahelp: did you mean replicas?
        ::warning file=apps/a b#1%25%3Aä.yaml,line=1,endLine=1,col=1,endColumn=2,\
        title=rbac/wildcard::a {} verb [here](http://x)
        ::notice file=apps/web.yaml,line=1,endLine=4,title=labels/owner::no owner
        1 error, 1 warning, 1 info in 2 files, 2 documents, 3 objects; 2 suppressed
        """,
        render(ReportSamples.all()));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "100%, 100%25",
        "%0A, %250A",
        "%25, %2525",
        "a:b, a:b",
        "`a,b`, `a,b`",
        "::error::x, ::error::x",
      })
  void dataKeepsColonsAndCommas(String message, String written) {
    SourceFile file = SourceFile.of("a.yaml", "a: 1\n");
    Diagnostic finding = Diagnostic.of(Code.error("api/x"), file.range(0, 1), message);

    String report = render(Findings.of(List.of(finding), ReportSamples.COVERAGE));

    assertEquals(
        "::error file=a.yaml,line=1,endLine=1,col=1,endColumn=2,title=api/x::" + written,
        report.lines().findFirst().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"`a,b:c%.yaml`, a%2Cb%3Ac%25.yaml", "`x,line=9::.yaml`, x%2Cline=9%3A%3A.yaml"})
  void propertiesKeepNeither(String path, String written) {
    Diagnostic finding =
        Diagnostic.of(Code.info("api/x"), SourceFile.of(path, "a").beginning(), "m");

    String report = render(Findings.of(List.of(finding), ReportSamples.COVERAGE));

    assertEquals(
        "::notice file=%s,line=1,endLine=1,col=1,endColumn=1,title=api/x::m".formatted(written),
        report.lines().findFirst().orElseThrow());
  }

  @Test
  void whatGithubDoesNotShowIsSaid() {
    SourceFile file = SourceFile.of("a.yaml", "a: 1\n".repeat(30));
    List<Diagnostic> findings =
        IntStream.range(0, 21)
            .mapToObj(
                i ->
                    Diagnostic.of(
                        i < 11 ? Code.warning("api/w") : Code.error("api/e"),
                        file.range(5 * i, 5 * i + 1),
                        "m"))
            .toList();

    List<String> lines = render(Findings.of(findings, ReportSamples.COVERAGE)).lines().toList();

    assertEquals(23, lines.size());
    assertTrue(lines.subList(0, 10).stream().allMatch(line -> line.startsWith("::error ")));
    assertEquals(
        "GitHub shows the first 10 of 11 warning annotations; all of them are in this log",
        lines.get(21));
  }

  @Test
  void noTextBreaksOutOfItsLine() {
    List<String> lines = render(ReportSamples.hostile()).lines().toList();

    assertEquals(ReportSamples.HOSTILE.size() + 2, lines.size());
    for (String line : lines.subList(0, ReportSamples.HOSTILE.size())) {
      assertTrue(COMMAND.matcher(line).matches(), line);
      assertTrue(line.length() < 5_000, "a line of %s chars".formatted(line.length()));
      assertTrue(line.chars().noneMatch(Character::isISOControl), line);
      assertTrue(line.chars().noneMatch(c -> c == 0x202E || c == 0x2066), line);
    }
  }
}
