package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts rely on: exit codes, and what goes to which output. */
class ContractTest {

  private static final String UNKNOWN_KIND =
      "apiVersion: example.com/v1\nkind: Shop\nmetadata: {name: a}\n";

  @TempDir private Path folder;
  private Repository repository;

  @BeforeEach
  void emptyRepository() {
    repository = new Repository(folder);
  }

  @Test
  void nothingFoundIsZero() {
    CommandRun run = repository.with("web.yaml", Repository.WEB).validate();

    assertEquals(
        new CommandRun(ExitCode.CLEAN, "No findings in 1 file, 1 document, 1 object\n", ""), run);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: ]\n",
        "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {container: []}\n"
      })
  void mistakesInInputsAreFindings(String text) {
    CommandRun run = repository.with("a.yaml", text).validate();

    assertEquals(ExitCode.FINDINGS, run.exitCode(), run.out());
    assertEquals("", run.err());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "--as-of, yesterday, --as-of: 'yesterday' is not a day",
        "--as-of, 2026-02-30, --as-of: '2026-02-30' is not a day",
        "--format, xml, xml",
        "--fail-on, fatal, --fail-on: 'fatal' is not a severity",
        "--profile, strict, --profile: 'strict' is not a profile",
        "--kubernetes-version, 1.5, --kubernetes-version: '1.5' is not a version",
        "--no-such-option, x, Unknown option"
      })
  void wrongOptionsAreUsage(String option, String value, String message) {
    CommandRun run = repository.with("a.yaml", "a: ]\n").validate(option, value);

    assertUsage(message, run);
  }

  @Test
  void wrongCommandsAndPathsAreUsage() {
    assertUsage("which command?", CommandRun.of());
    assertUsage("comply", CommandRun.of("comply"));
    assertUsage("PATH", CommandRun.of("validate"));
    assertUsage("that can be read", CommandRun.of("validate", "/no/such/path"));
    assertUsage("--output-dir", CommandRun.of("compile", folder.toString()));
    assertUsage(
        "there is no diagnostic or policy spec/nothing", CommandRun.of("explain", "spec/nothing"));
    assertUsage("which command?", CommandRun.of("policies"));
  }

  private static void assertUsage(String message, CommandRun run) {
    assertEquals(ExitCode.USAGE, run.exitCode(), run.out() + run.err());
    assertEquals("", run.out());
    assertTrue(run.err().contains(message), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
  }

  /** An unknown kind is a warning, a broken file an error. */
  @ParameterizedTest
  @CsvSource({
    "warning.yaml, error, 0",
    "warning.yaml, warning, 1",
    "warning.yaml, info, 1",
    "warning.yaml, never, 0",
    "error.yaml, error, 1",
    "error.yaml, warning, 1",
    "error.yaml, never, 0"
  })
  void theThresholdDecides(String file, String threshold, int exitCode) {
    repository.with(file, file.startsWith("error") ? "a: ]\n" : UNKNOWN_KIND);

    CommandRun run = repository.validate("--fail-on", threshold);

    assertEquals(exitCode, run.exitCode());
    assertTrue(run.out().contains("a: ]") || run.out().contains("schema/unknown-kind"), run.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|1",
        "--profile=none|0",
        "--only=rbac/*|0",
        "--only=resources/*|1",
        "--skip=resources/*|0",
        "--skip=memory-limit|1",
        "--only=resources/* --skip=*/memory-limit|0"
      })
  void policiesAreChosen(String options, int exitCode) {
    repository.with("web.yaml", Repository.UNLIMITED);

    CommandRun run = repository.validate(options == null ? new String[0] : options.split(" "));

    assertEquals(exitCode, run.exitCode(), run.out());
    assertEquals(exitCode == 1, run.out().contains("error[resources/memory-limit]"), run.out());
  }

  @Test
  void compilerFindingsCannotBeSwitchedOff() {
    CommandRun run =
        repository.with("a.yaml", "a: ]\n").validate("--profile=none", "--skip=yaml/*");

    assertEquals(ExitCode.FINDINGS, run.exitCode());
  }

  @Test
  void jsonIsAloneOnStandardOutputAndMeetsItsSchema() throws IOException {
    repository
        .withCluster("cluster.yaml", "prod")
        .with("apps/web.yaml", Repository.UNLIMITED)
        .with("apps/broken.yaml", "a: \u00e4 ]\nb: ]\n")
        .with("apps/shop.yaml", UNKNOWN_KIND);

    CommandRun run = repository.compile(folder.resolve("out"), "--format", "json");

    assertEquals(ExitCode.FINDINGS, run.exitCode());
    assertEquals("strake: nothing was written\n", run.err());
    assertEquals(List.of(), schemaErrors(run.out()));
    JsonNode report = new ObjectMapper().readTree(run.out());
    assertEquals(
        List.of(
            "apps/broken.yaml:2 yaml/syntax",
            "apps/shop.yaml:1 policy/not-judged",
            "apps/shop.yaml:2 schema/unknown-kind",
            "apps/web.yaml:16 resources/memory-limit",
            "cluster.yaml:174 compile/not-compiled"),
        places(report));
  }

  @Test
  void jsonWithoutFindingsMeetsItsSchemaToo() throws IOException {
    CommandRun run = repository.validate("--format=json");

    assertEquals(ExitCode.CLEAN, run.exitCode());
    assertEquals("", run.err());
    assertEquals(List.of(), schemaErrors(run.out()));
  }

  private static List<String> places(JsonNode report) throws JsonProcessingException {
    return report
        .get("diagnostics")
        .valueStream()
        .map(
            finding ->
                "%s:%d %s"
                    .formatted(
                        finding.get("file").asText(),
                        finding.get("line").asInt(),
                        finding.get("code").asText()))
        .toList();
  }

  private static List<String> schemaErrors(String json) throws IOException {
    try (InputStream schema =
        Objects.requireNonNull(
            ContractTest.class.getResourceAsStream("/dev/strake/schemas/report.schema.json"))) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON)
          .validate(json, InputFormat.JSON)
          .stream()
          .map(Object::toString)
          .toList();
    }
  }
}
