package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --write-baseline} and {@code --baseline}. */
class KnownFindingsTest {

  private static final String REFUSED =
      "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 70000}]}\n";

  @TempDir private Path folder;
  private Repository repository = new Repository(Path.of(""));
  private String known = "";

  @BeforeEach
  void aRepositoryThatIsNotClean() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    repository = new Repository(folder).with("apps/web.yaml", Repository.UNLIMITED);
    known = folder.resolve("known.json").toString();
  }

  private CommandRun writeBaseline(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "--write-baseline";
    all[1] = known;
    System.arraycopy(options, 0, all, 2, options.length);
    return repository.validate(all);
  }

  @Test
  void whatIsWrittenIsKnownFromThenOn() throws IOException {
    CommandRun written = writeBaseline();
    CommandRun later = repository.validate("--baseline", known);

    String summary = "No findings in 1 file, 1 document, 1 object; 1 known from the baseline\n";
    assertEquals(
        new CommandRun(
            ExitCode.CLEAN, summary, "strake: findings written to %s: 1\n".formatted(known)),
        written);
    assertEquals(new CommandRun(ExitCode.CLEAN, summary, ""), later);
  }

  @Test
  void linesMayMoveAndNewFindingsAreReported() {
    writeBaseline();
    repository
        .with("apps/web.yaml", "# Moves all lines.\n\n" + Repository.UNLIMITED)
        .with("apps/db.yaml", Repository.UNLIMITED.replace("name: web", "name: db"));

    CommandRun run = repository.validate("--baseline", known);

    assertEquals(ExitCode.FINDINGS, run.exitCode());
    assertTrue(run.out().contains("--> apps/db.yaml:"), run.out());
    assertFalse(run.out().contains("--> apps/web.yaml"), run.out());
    assertTrue(run.out().endsWith("; 1 known from the baseline\n"), run.out());
  }

  @Test
  void whatHasBeenMendedIsNamedSoThatTheFileShrinks() {
    writeBaseline();
    repository.with("apps/web.yaml", Repository.WEB);

    CommandRun run = repository.validate("--baseline", known);

    assertEquals(ExitCode.CLEAN, run.exitCode());
    assertTrue(run.out().contains("info[policy/baseline-unused]"), run.out());
    assertTrue(run.out().contains("--> known.json:2:90"), run.out());
  }

  @Test
  void aFileThatIsGoneHasNoFindings() throws IOException {
    writeBaseline();
    Files.delete(folder.resolve("apps/web.yaml"));
    repository.with("apps/ok.yaml", Repository.WEB);

    assertTrue(repository.validate("--baseline", known).out().contains("is not found any more"));
  }

  /** Each is a part of the run that wrote the file. */
  @ParameterizedTest
  @ValueSource(strings = {"--profile=none", "--only=rbac/*", "--skip=resources/*"})
  void aRunThatLooksForLessMissesNothing(String option) {
    writeBaseline();

    CommandRun run = repository.validate("--baseline", known, option);

    assertEquals("No findings in 1 file, 1 document, 1 object\n", run.out());
  }

  @Test
  void aRunOfOtherPathsMissesNothing() {
    writeBaseline();
    repository.with("other/ok.yaml", Repository.WEB);

    CommandRun run =
        CommandRun.of("validate", folder.resolve("other").toString(), "--baseline", known);

    assertEquals("No findings in 1 file, 1 document, 1 object\n", run.out());
  }

  @Test
  void anErrorOfTheCompilerIsNeverKnown() throws IOException {
    repository.with("apps/service.yaml", REFUSED);

    CommandRun written = writeBaseline();
    CommandRun later = repository.validate("--baseline", known);

    assertEquals(ExitCode.FINDINGS, written.exitCode());
    assertTrue(
        written.err().endsWith(": 1; not written, as no baseline hides them: 1\n"), written.err());
    assertFalse(Files.readString(Path.of(known)).contains("service.yaml"));
    assertEquals(ExitCode.FINDINGS, later.exitCode());
    assertEquals(written.out(), later.out());
  }

  @Test
  void optionsThatContradictEachOtherAreUsage() {
    CommandRun both = writeBaseline("--new-since", "HEAD");
    CommandRun baseline = writeBaseline("--baseline", known);

    assertEquals(ExitCode.USAGE, both.exitCode());
    assertTrue(both.err().contains("leave out --new-since"), both.err());
    assertEquals(ExitCode.USAGE, baseline.exitCode());
  }

  @Test
  void compileKnowsThemToo() throws IOException {
    Files.delete(folder.resolve("apps/web.yaml"));
    repository.withCluster("cluster.yaml", "prod").with("apps/web.yaml", Repository.UNLIMITED);
    writeBaseline();
    Path out = folder.resolve("out");

    assertEquals(ExitCode.FINDINGS, repository.compile(out).exitCode());
    assertFalse(Files.exists(out));
    CommandRun run = repository.compile(out, "--baseline", known);

    assertEquals(ExitCode.CLEAN, run.exitCode(), run.out());
    assertTrue(Files.exists(out.resolve("prod/index.json")));
  }

  @Test
  void whatIsNoBaselineIsUsageAtItsPlace() throws IOException {
    writeBaseline();
    String text = Files.readString(Path.of(known));
    Files.writeString(Path.of(known), text.replace("apps/web.yaml", "apps/db.yaml"));

    CommandRun forged = repository.validate("--baseline", known);
    CommandRun missing = repository.validate("--baseline", known + "x");
    CommandRun directory = repository.validate("--baseline", folder.toString());

    assertEquals(ExitCode.USAGE, forged.exitCode());
    assertEquals("", forged.out());
    assertTrue(
        forged
            .err()
            .startsWith(
                "--baseline: known.json:2:16: the fingerprint is not that of what the entry says;"
                    + " write the file with strake validate --write-baseline\n"),
        forged.err());
    assertEquals(ExitCode.USAGE, missing.exitCode());
    assertTrue(missing.err().contains("is not a file that can be read"), missing.err());
    assertEquals(ExitCode.USAGE, directory.exitCode());
    assertTrue(directory.err().contains("is not a file that can be read"), directory.err());
  }

  @Test
  void twoRunsWriteTheSameBytes() throws IOException {
    writeBaseline();
    String first = Files.readString(Path.of(known));
    writeBaseline();

    assertEquals(first, Files.readString(Path.of(known)));
  }
}
