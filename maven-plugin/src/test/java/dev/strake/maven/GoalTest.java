package dev.strake.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.Compilation;
import dev.strake.CompileRequest;
import dev.strake.Compiler;
import dev.strake.baseline.Baseline;
import dev.strake.policies.BuiltInPolicies;
import dev.strake.policy.PolicySelection;
import dev.strake.schema.KubernetesSchemas;
import dev.strake.source.WorkingTree;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojoExecutionException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoalTest {

  private static final String PRIVILEGED =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: debug, namespace: default}
      spec:
        containers:
          - name: shell
            image: registry.example.net/shell:1.4
            securityContext: {privileged: true}
            resources: {requests: {cpu: 10m}, limits: {memory: 64Mi}}
        restartPolicy: Never
      """;

  @TempDir private Path project;

  private final RecordedLog log = new RecordedLog();
  private final ValidateMojo validate = new ValidateMojo();
  private final CompileMojo compile = new CompileMojo();

  @BeforeEach
  void projectOfItsOwn() {
    for (Goal goal : List.of(validate, compile)) {
      goal.basedir = project.toFile();
      goal.setLog(log);
    }
    compile.output = project.resolve("target/strake").toFile();
  }

  @Test
  void aParameterThatIsNoneStopsTheBuild() throws IOException {
    write("src/main/strake/pod.yaml", PRIVILEGED);

    validate.failOn = "fatal";
    assertEquals(
        "failOn: 'fatal' is not a severity to fail on: there are error, warning, info and never",
        stopped());
    validate.failOn = "error";
    validate.profile = "strict";
    assertEquals(
        "profile: 'strict' is not a profile: there are default, baseline, restricted, cis, all,"
            + " none",
        stopped());
    validate.profile = "default";
    validate.asOf = "tomorrow";
    assertEquals("asOf: 'tomorrow' is not a day as YYYY-MM-DD", stopped());
    validate.asOf = "2026-02-28";
    validate.kubernetesVersion = "2.0";
    assertEquals(
        "kubernetesVersion: '2.0' is not a version of Kubernetes that is known: there are "
            + String.join(", ", KubernetesSchemas.versions()),
        stopped());
    assertEquals(List.of(), log.entries());
  }

  @Test
  void whatTheBaselineKnowsDoesNotBreakTheBuild()
      throws IOException, AbstractMojoExecutionException {
    write("src/main/strake/pod.yaml", PRIVILEGED);
    validate.asOf = "2026-02-28";
    assertThrows(MojoFailureException.class, validate::execute);
    Compilation found =
        new Compiler(BuiltInPolicies.load())
            .compile(
                new CompileRequest(
                    WorkingTree.open(project.resolve("src/main/strake")).orElseThrow(),
                    LocalDate.of(2026, 2, 28),
                    PolicySelection.profile("default"),
                    Optional.empty()));
    write("src/main/strake/known.json", Baseline.text(found.findings()));
    validate.baseline = project.resolve("src/main/strake/known.json").toFile();

    validate.execute();

    assertTrue(
        log.entries().get(log.entries().size() - 1).endsWith("; 1 known from the baseline"),
        log.entries().toString());
  }

  @Test
  void aBaselineThatIsNoneStopsTheBuild() throws IOException {
    write("src/main/strake/pod.yaml", PRIVILEGED);
    validate.baseline = project.resolve("none.json").toFile();

    assertEquals("baseline: " + validate.baseline + " is not a file that can be read", stopped());
  }

  @Test
  void aPathThatCannotBeReadStopsTheBuild() {
    File missing = project.resolve("missing").toFile();
    validate.paths = List.of(project.toFile(), missing);

    assertEquals("paths: " + missing + " is not a file or folder that can be read", stopped());
  }

  @Test
  void aProjectWithNothingToCheckStopsTheBuild() {
    assertEquals(
        project
            + " has no src/main/strake and no cluster.yaml, so there is nothing to check:"
            + " set <paths>, or <skip> for this project",
        stopped());
  }

  @Test
  void anAggregatorMayHaveNothingToCheck() throws AbstractMojoExecutionException {
    validate.modules = List.of("shop");

    validate.execute();

    assertEquals(
        List.of(
            "info Nothing to check: this aggregator has no src/main/strake and no cluster.yaml"),
        log.entries());
  }

  @Test
  void aSkippedGoalReadsNoOtherParameter() throws AbstractMojoExecutionException {
    validate.skip = true;
    validate.failOn = "fatal";

    validate.execute();

    assertEquals(List.of("info Skipped, as strake.skip is set"), log.entries());
  }

  @Test
  void findingsAreLoggedAndCounted() throws IOException {
    write("src/main/strake/pod.yaml", PRIVILEGED);

    MojoFailureException failure =
        assertThrows(MojoFailureException.class, () -> compile.execute());

    assertEquals("1 finding at or over error", failure.getMessage());
    assertEquals(
        List.of(
            """
            error error[pod-security/privileged]: container 'shell' is privileged
             --> pod.yaml:8:37
              |
            8 |       securityContext: {privileged: true}
              |                                     ^^^^
              |
              = in: Pod default/debug /spec/containers/0/securityContext/privileged
              = help: remove securityContext.privileged, and add the single capabilities that are needed
            """,
            "info 1 error in 1 file, 1 document, 1 object"),
        log.entries());
    assertFalse(Files.exists(project.resolve("target")));
  }

  @Test
  void withoutSourcesOfItsOwnAClusterInTheProjectsFolderIsMeant() throws IOException {
    write("cluster.yaml", "apiVersion: strake.dev/v1alpha1\nkind: Cluster\nspecs: {}\n");

    MojoFailureException failure =
        assertThrows(MojoFailureException.class, () -> validate.execute());

    assertTrue(failure.getMessage().endsWith("at or over error"));
    assertTrue(log.entries().stream().anyMatch(e -> e.contains("--> cluster.yaml:3:1\n")));
  }

  @Test
  void whatWritingFindsBreaksTheBuildToo() throws IOException {
    Path example = Path.of("../examples/single-node/cluster/cluster.yaml");
    write("src/main/strake/cluster.yaml", Files.readString(example));
    write("target/strake", "a file where a folder is needed");

    MojoFailureException failure =
        assertThrows(MojoFailureException.class, () -> compile.execute());

    assertEquals("1 finding at or over error", failure.getMessage());
    assertTrue(log.entries().get(1).startsWith("error error[compile/output-unwritable]: "));
  }

  @Test
  void reportsAreWrittenWhateverIsFound() throws IOException {
    write("src/main/strake/pod.yaml", PRIVILEGED);
    validate.reports = List.of("strake.xml", "gitlab=quality.json");

    assertThrows(MojoFailureException.class, () -> validate.execute());

    String junit = Files.readString(project.resolve("strake.xml"));
    assertTrue(junit.contains("<failure type=\"pod-security/privileged\""), junit);
    String quality = Files.readString(project.resolve("quality.json"));
    assertTrue(quality.contains("\"path\":\"pod.yaml\""), quality);
  }

  @Test
  void aReportThatCannotBeWrittenStopsTheBuild() throws IOException {
    write("src/main/strake/pod.yaml", PRIVILEGED);

    validate.reports = List.of("missing/strake.xml");
    assertEquals(
        "reports: 'missing/strake.xml' is not a file that can be written: there is no folder "
            + project.resolve("missing"),
        stopped());
    validate.reports = List.of("strake.yaml");
    assertTrue(stopped().startsWith("reports: 'strake.yaml' is not a file whose ending names a"));
    assertEquals(List.of(), log.entries());
  }

  private String stopped() {
    return assertThrows(MojoExecutionException.class, () -> validate.execute()).getMessage();
  }

  private void write(String path, String text) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
