package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change does, told from a real Git repository. */
class DiffTest {

  @TempDir Path folder;
  private Repository repository;

  @BeforeEach
  void makeRepository() throws Exception {
    repository = new Repository(folder).withCluster("cluster.yaml", "prod");
    repository.with("apps/web.yaml", Repository.WEB);
    git("init", "--quiet", "--initial-branch=main");
    commit("one");
    git("switch", "--quiet", "--create", "change");
  }

  private void commit(String message) throws Exception {
    git("add", "--all");
    git("-c", "user.name=t", "-c", "user.email=t@example.net", "commit", "-qm", message);
  }

  private void git(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    Process git =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, git.waitFor(), said);
  }

  private CommandRun diff(String... options) {
    List<String> line = new ArrayList<>(List.of("diff", folder.toString(), "--base", "main"));
    line.addAll(List.of(options));
    return CommandRun.of(line.toArray(String[]::new));
  }

  @Test
  void whatDoesNotChangeTheOutputIsNoDifference() {
    repository.with("apps/web.yaml", "# A comment.\n" + Repository.WEB);

    assertEquals("The output does not change\n", diff().out());
    assertEquals(ExitCode.CLEAN, diff().exitCode());
  }

  @Test
  void aChangedFieldIsShownWithBothValues() {
    repository.with("apps/web.yaml", Repository.WEB.replace("64Mi", "128Mi"));

    CommandRun run = diff();

    String field = "spec.template.spec.containers[0].resources.limits.memory";
    assertTrue(run.out().startsWith("~ prod/manifests/60-workloads/"), run.out());
    assertTrue(run.out().contains("      ~ " + field + ": \"64Mi\" -> \"128Mi\"\n"), run.out());
    assertTrue(run.out().endsWith("\n0 files added, 1 changed, 0 removed\n"), run.out());
    assertEquals(ExitCode.CLEAN, run.exitCode());
  }

  @Test
  void whatOthersHaveDoneSinceIsNoPartOfTheChange() throws Exception {
    git("switch", "--quiet", "main");
    repository.with("apps/other.yaml", Repository.WEB.replace("name: web", "name: other"));
    commit("of others");
    git("switch", "--quiet", "change");

    assertEquals("The output does not change\n", diff().out());
  }

  @Test
  void scriptsGetTheSameAsJson() {
    repository.with("apps/web.yaml", Repository.WEB.replace("64Mi", "128Mi"));

    String json = diff("--format", "json").out();

    String values = "limits/memory\",\"before\":\"64Mi\",\"after\":\"128Mi\"}";
    assertTrue(json.contains(values), json);
    assertTrue(json.contains("\"summary\":{\"added\":0,\"removed\":0,\"changed\":1}"), json);
  }

  @Test
  void findingsStopTheComparison() {
    repository.with("apps/web.yaml", Repository.UNLIMITED);

    CommandRun run = diff();

    assertEquals(ExitCode.FINDINGS, run.exitCode());
    assertTrue(run.out().contains("resources/memory-limit"), run.out());
  }

  @Test
  void aRevisionThatIsNotThereIsWrongUsage() {
    CommandRun run = CommandRun.of("diff", folder.toString(), "--base", "none");

    assertEquals(ExitCode.USAGE, run.exitCode());
    assertTrue(run.err().startsWith("there is no revision none\n"), run.err());
  }

  @Test
  void onlyWhatTheChangeBringsIsFoundSinceItsBase() throws Exception {
    repository.with("apps/old.yaml", Repository.UNLIMITED);
    commit("an old mistake");
    git("branch", "--quiet", "--force", "main");
    repository.with("apps/old.yaml", "# Moves every line.\n" + Repository.UNLIMITED);
    assertEquals(ExitCode.FINDINGS, repository.validate().exitCode());
    assertEquals(ExitCode.CLEAN, repository.validate("--new-since", "main").exitCode());

    repository.with("apps/new.yaml", Repository.UNLIMITED.replace("name: web", "name: new"));
    CommandRun run = repository.validate("--new-since", "main");

    assertEquals(ExitCode.FINDINGS, run.exitCode());
    assertTrue(run.out().contains("--> apps/new.yaml:"), run.out());
    assertFalse(run.out().contains("--> apps/old.yaml:"), run.out());
  }

  @Test
  void aBaselineAndABaseBothLeaveOut() throws Exception {
    repository.with("apps/old.yaml", Repository.UNLIMITED.replace("name: web", "name: old"));
    commit("an old mistake");
    git("branch", "--quiet", "--force", "main");
    repository.with("apps/known.yaml", Repository.UNLIMITED);
    String known = folder.resolve("known.json").toString();
    repository.validate("--write-baseline", known);
    repository.with("apps/new.yaml", Repository.UNLIMITED.replace("name: web", "name: new"));
    repository.with("apps/known.yaml", Repository.WEB);

    CommandRun run = repository.validate("--new-since", "main", "--baseline", known);

    assertEquals(ExitCode.FINDINGS, run.exitCode(), run.err());
    assertTrue(run.out().contains("--> apps/new.yaml:"), run.out());
    assertFalse(run.out().contains("--> apps/old.yaml:"), run.out());
    assertTrue(run.out().contains("resources/memory-limit in apps/known.yaml is not"), run.out());
  }

  @Test
  void whatTheServerWouldRefuseToChangeIsFoundAgainstTheBase() throws Exception {
    String binding =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: readers}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
        subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: readers}]
        """;
    git("switch", "--quiet", "main");
    repository.with("apps/readers.yaml", binding);
    commit("a binding");
    git("switch", "--quiet", "change");
    git("merge", "--quiet", "--ff-only", "main");
    repository.with("apps/readers.yaml", binding.replace("name: view", "name: edit"));

    CommandRun run = repository.validate("--new-since", "main");

    assertEquals(ExitCode.FINDINGS, run.exitCode(), run.out());
    assertTrue(run.out().contains("api/immutable-field"), run.out());
    assertTrue(diff().err().contains("strake validate --new-since main"), diff().err());
  }
}
