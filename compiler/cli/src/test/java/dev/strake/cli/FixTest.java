package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code strake fix} on files. */
class FixTest {

  /** Four findings with fixes, of the schema, the API's life, YAML and a policy. */
  private static final String BEFORE =
      """
      # The nightly report.
      apiVersion: batch/v1beta1 # since 2019
      kind: CronJob
      metadata: {name: report, namespace: shop}
      spec:
          schedule: '0 3 * * *'
          suspnd: false   # for now
          jobTemplate:
              spec:
                  template:
                      spec:
                          restartPolicy: Never
                          restartPolicy: Never
                          containers:
                          -   name: report
                              image: "k8s.gcr.io/report:1.2.0"   # ours
                              env: [{name: LEVEL, value: 0777}]
                              resources:
                                  requests: {cpu: 10m, memory: 64Mi}
                                  limits: {memory: 64Mi}
      """;

  private static final String AFTER =
      BEFORE
          .replace("batch/v1beta1", "batch/v1")
          .replace("suspnd", "suspend")
          .replaceFirst(" +restartPolicy: Never\n", "")
          .replace("k8s.gcr.io", "registry.k8s.io")
          .replace("0777", "\"0777\"");

  @TempDir private Path folder;
  private Repository repository = new Repository(Path.of(""));

  @BeforeEach
  void aRepository() throws IOException {
    folder = folder.toRealPath();
    Files.createDirectories(folder.resolve(".git"));
    repository = new Repository(folder).with("apps/report.yaml", BEFORE);
  }

  private CommandRun fix(Path path, String... options) {
    List<String> line = new ArrayList<>(List.of("fix", path.toString()));
    line.addAll(List.of(options));
    return CommandRun.of(line.toArray(String[]::new));
  }

  private CommandRun fix(String... options) {
    return fix(folder, options);
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  @Test
  void theFileIsMendedAndNothingElseInItChanges() throws IOException {
    CommandRun run = fix();

    assertEquals(AFTER, read("apps/report.yaml"));
    assertEquals(ExitCode.CLEAN, run.exitCode(), run.out());
    assertTrue(
        run.out().contains("fixed apps/report.yaml:2:13 schema/removed-api: write batch/v1\n"));
    assertTrue(run.out().contains("Fixed 5 findings in 1 file\nNo findings in 1 file"), run.out());
    assertEquals("Nothing to fix\n", fix().out().lines().findFirst().orElse("") + "\n");
    try (Stream<Path> files = Files.list(folder.resolve("apps"))) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void aDryRunPrintsADiffAndWritesNothing() throws IOException {
    CommandRun run = fix("--dry-run");

    assertEquals(BEFORE, read("apps/report.yaml"));
    assertEquals(ExitCode.FINDINGS, run.exitCode());
    assertTrue(run.out().startsWith("--- a/apps/report.yaml\n+++ b/apps/report.yaml\n@@ "));
    assertTrue(
        run.out().contains("-    suspnd: false   # for now\n+    suspend: false   # for now\n"));
    assertTrue(run.err().endsWith("Would fix 5 findings in 1 file\n"), run.err());
    assertEquals(AFTER, patched(run.out()));
  }

  /** By hand: a machine need not have patch. */
  private static String patched(String diff) {
    List<String> before = BEFORE.lines().toList();
    StringBuilder after = new StringBuilder();
    int at = 0;
    for (String line : diff.lines().skip(2).toList()) {
      if (line.startsWith("@@ -")) {
        int start = Integer.parseInt(line.substring(4, line.indexOf(','))) - 1;
        before.subList(at, start).forEach(kept -> after.append(kept).append('\n'));
        at = start;
      } else {
        if (line.charAt(0) != '+') {
          assertEquals(before.get(at++), line.substring(1));
        }
        if (line.charAt(0) != '-') {
          after.append(line.substring(1)).append('\n');
        }
      }
    }
    before.subList(at, before.size()).forEach(kept -> after.append(kept).append('\n'));
    return after.toString();
  }

  @Test
  void onlyWhatIsAskedForIsFixed() throws IOException {
    fix("--skip", "images/*");

    assertEquals(AFTER.replace("registry.k8s.io", "k8s.gcr.io"), read("apps/report.yaml"));
  }

  @Test
  void lineBreaksTheByteOrderMarkAndPermissionsStay() throws IOException {
    Path file = folder.resolve("apps/report.yaml");
    Files.writeString(file, "\uFEFF" + BEFORE.replace("\n", "\r\n"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    fix();

    assertEquals("\uFEFF" + AFTER.replace("\n", "\r\n"), read("apps/report.yaml"));
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aLinkStaysALinkAndItsTargetIsFixedOnce() throws IOException {
    Path link = folder.resolve("apps/again.yaml");
    Files.createSymbolicLink(link, Path.of("report.yaml"));

    CommandRun run = fix();

    assertTrue(Files.isSymbolicLink(link));
    assertEquals(AFTER, read("apps/report.yaml"));
    assertTrue(run.out().contains("left apps/again.yaml:"), run.out());
    assertTrue(run.out().contains("the file is a link; name what it leads to"), run.out());
  }

  @Test
  void whatIsNotNamedIsNotTouched() throws IOException {
    repository.with("other/report.yaml", BEFORE);

    fix(folder.resolve("other"));

    assertEquals(BEFORE, read("apps/report.yaml"));
    assertEquals(AFTER, read("other/report.yaml"));
  }

  @Test
  void severalRootsAreToldApart(@TempDir Path second) throws IOException {
    Path other = second.toRealPath();
    Files.createDirectories(other.resolve(".git"));
    new Repository(other).with("apps/report.yaml", BEFORE);

    CommandRun run = CommandRun.of("fix", folder.toString(), other.toString());

    assertEquals(AFTER, read("apps/report.yaml"), run.out());
    assertEquals(AFTER, Files.readString(other.resolve("apps/report.yaml")));
  }

  @Test
  void whatIsSharedOrJsonOrRenderedIsLeftAlone() throws IOException {
    String shared =
        Repository.WEB
            .replace("image: registry", "image: &image registry")
            .replace("registry.example.net/shop/web:1", "k8s.gcr.io/web:1");
    String json =
        "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"c\"}, \"dta\": {}}";
    repository.with("apps/report.yaml", shared).with("apps/c.json", json);

    CommandRun run = fix();

    assertEquals(shared, read("apps/report.yaml"));
    assertEquals(json, read("apps/c.json"));
    assertEquals(ExitCode.FINDINGS, run.exitCode());
    assertTrue(run.out().contains("not by strake fix: an anchor shares what stands there"));
  }

  @Test
  void aFileThatCannotBeWrittenIsSaid() throws IOException {
    Path apps = folder.resolve("apps");
    Files.setPosixFilePermissions(apps, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      if (Files.isWritable(apps)) {
        return; // Root writes everywhere.
      }
      CommandRun run = fix();
      assertEquals(ExitCode.USAGE, run.exitCode());
      assertTrue(run.err().contains("not all files were written: apps/report.yaml"), run.err());
    } finally {
      Files.setPosixFilePermissions(apps, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void formatsForProgramsStandAlone() {
    CommandRun run = fix("--format", "json");

    assertTrue(run.out().startsWith("{"), run.out());
    assertTrue(run.err().contains("Fixed 5 findings in 1 file\n"), run.err());
  }

  @Test
  void noSecretIsShown() throws IOException {
    String secret =
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: s}
        stringData:
          pin: 274951
          level: 1
        """;
    repository.with("apps/report.yaml", secret);

    CommandRun run = fix("--dry-run");

    assertFalse((run.out() + run.err()).contains("274951"), run.out() + run.err());
    assertTrue(run.out().contains("# not shown: it may hold a secret\n"), run.out());
    fix();
    assertEquals(
        secret.replace("274951", "\"274951\"").replace(": 1\n", ": \"1\"\n"),
        read("apps/report.yaml"));
  }

  @Test
  void aClusterIsFixedToo() throws IOException {
    Files.delete(folder.resolve("apps/report.yaml"));
    repository.withCluster("cluster.yaml", "prod");
    String good = read("cluster.yaml");
    repository.with(
        "cluster.yaml", good.replaceFirst("controlPlaneEndpoint:", "controlPlaneEndpont:"));

    CommandRun run = fix("--fail-on", "never");

    assertEquals(good, read("cluster.yaml"), run.out());
  }

  @Test
  void aPathThatIsNotThereIsUsage() {
    assertEquals(ExitCode.USAGE, fix(folder.resolve("none")).exitCode());
  }
}
