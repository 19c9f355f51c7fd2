package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --output}: several reports of one run. */
class ReportFilesTest {

  @TempDir private Path folder;
  private Path reports = Path.of("");
  private Repository repository = new Repository(Path.of(""));

  @BeforeEach
  void aFindingToReport() throws IOException {
    reports = Files.createDirectories(folder.resolve("reports"));
    repository =
        new Repository(folder.resolve("repository")).with("web.yaml", Repository.UNLIMITED);
  }

  private String file(String name) {
    return reports.resolve(name).toString();
  }

  private List<String> written() throws IOException {
    try (Stream<Path> files = Files.list(reports)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void everyFormatGoesToAFileOfItsOwnBesideWhatIsPrinted() throws IOException {
    String plain = repository.validate().out();

    CommandRun run =
        repository.validate(
            "--output",
            file("a.sarif"),
            "--output",
            file("b.xml"),
            "--output",
            file("c.json"),
            "--output",
            file("d.txt"),
            "--output",
            "gitlab=" + file("e.json"),
            "--output=github=" + file("f"));

    assertEquals(new CommandRun(ExitCode.FINDINGS, plain, ""), run);
    assertEquals(List.of("a.sarif", "b.xml", "c.json", "d.txt", "e.json", "f"), written());
    ObjectMapper json = new ObjectMapper();
    JsonNode sarif = json.readTree(reports.resolve("a.sarif").toFile()).at("/runs/0");
    assertEquals("resources/memory-limit", sarif.at("/results/0/ruleId").textValue());
    assertEquals(
        "Every container has a memory limit",
        sarif.at("/tool/driver/rules/0/shortDescription/text").textValue());
    assertEquals(1, sarif.at("/invocations/0/exitCode").intValue());
    assertTrue(Files.readString(reports.resolve("b.xml")).contains("<failure "));
    assertEquals(
        "error",
        json.readTree(reports.resolve("c.json").toFile())
            .at("/diagnostics/0/severity")
            .textValue());
    assertEquals(plain, Files.readString(reports.resolve("d.txt")));
    assertEquals(
        sarif.at("/results/0/partialFingerprints/strake~1v1"),
        json.readTree(reports.resolve("e.json").toFile()).at("/0/fingerprint"));
    List<String> lines = Repository.UNLIMITED.lines().toList();
    int resources = lines.indexOf("          resources:") + 1;
    assertEquals(
        "::error file=web.yaml,line=%1$s,endLine=%1$s,col=11,endColumn=20,title=resources/memory-limit"
            .formatted(resources),
        Files.readString(reports.resolve("f")).replaceFirst("(?s)::container.*", ""));
  }

  @ParameterizedTest
  @CsvSource({"sarif", "junit", "github", "gitlab", "json", "text"})
  void whatIsPrintedIsWhatIsWritten(String format) throws IOException {
    CommandRun run =
        repository.validate("--format", format, "--output", format + "=" + file("report"));

    assertEquals(run.out(), Files.readString(reports.resolve("report")));
    assertEquals(ExitCode.FINDINGS, run.exitCode());
  }

  @Test
  void theThresholdReachesTheReports() throws IOException {
    repository.validate("--fail-on=never", "--output", file("a.xml"), "--output", file("a.sarif"));

    assertFalse(Files.readString(reports.resolve("a.xml")).contains("<failure "));
    assertTrue(
        Files.readString(reports.resolve("a.sarif"))
            .contains("\"exitCode\":0,\"exitCodeDescription\":\"no findings at or over never\""));
  }

  @Test
  void aReportThatStandsAmongTheSourcesIsNotReadAgain() {
    String report = repository.folder().resolve("report.json").toString();

    CommandRun first = repository.validate("--output", report);
    CommandRun second = repository.validate("--output", report);

    assertEquals(first, second);
  }

  @Test
  void whatIsThereIsReplaced() throws IOException {
    Files.writeString(reports.resolve("a.xml"), "x".repeat(100_000));

    repository.validate("--output", file("a.xml"));

    assertTrue(Files.readString(reports.resolve("a.xml")).endsWith("</testsuites>\n"));
    assertEquals(List.of("a.xml"), written());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "a, is not a file whose ending names a format",
        "a.yaml, is not a file whose ending names a format",
        "sarif=, the file has no name",
        "xml=a.xml, is not FORMAT=FILE: there are text",
        "missing/a.xml, there is no folder",
        "sarif=., it is a folder"
      })
  void whatCannotBeWrittenIsUsageAndSaidAtOnce(String output, String message) {
    CommandRun run = repository.validate("--output", file("ok.xml"), "--output", output);

    assertEquals(ExitCode.USAGE, run.exitCode(), run.err());
    assertEquals("", run.out());
    assertTrue(run.err().contains("--output: "), run.err());
    assertTrue(run.err().contains(message), run.err());
    assertFalse(Files.exists(reports.resolve("ok.xml")), "something was written");
  }

  @Test
  void linksAndDoublesAreUsage() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "mine");
    Files.createSymbolicLink(reports.resolve("a.xml"), target);

    CommandRun link = repository.validate("--output", file("a.xml"));
    CommandRun twice =
        repository.validate("--output", file("b.xml"), "--output", "json=" + file("./b.xml"));

    assertEquals(ExitCode.USAGE, link.exitCode());
    assertTrue(link.err().contains("it is a link"), link.err());
    assertEquals("mine", Files.readString(target));
    assertEquals(ExitCode.USAGE, twice.exitCode());
    assertTrue(twice.err().contains("is named twice"), twice.err());
  }

  @Test
  void compileWritesThemBesideItsTree() throws IOException {
    Repository cluster = new Repository(folder.resolve("cluster")).withCluster("cluster.yaml", "p");

    CommandRun run = cluster.compile(folder.resolve("out"), "--output", file("a.sarif"));

    assertEquals(ExitCode.CLEAN, run.exitCode(), run.out());
    assertTrue(Files.exists(folder.resolve("out/p/index.json")));
    assertEquals(List.of("a.sarif"), written());
  }

  @Test
  void diffPrintsNoReportOfFindings() {
    CommandRun run =
        CommandRun.of(
            "diff", repository.folder().toString(), "--base", "HEAD", "--format", "sarif");

    assertEquals(ExitCode.USAGE, run.exitCode());
    assertTrue(run.err().contains("this command prints text or json, not sarif"), run.err());
  }
}
