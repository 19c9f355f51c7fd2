package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.strake.sync.standin.ApiStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Going back to an earlier commit, and what does not come back. */
final class RollbackTest {

  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: books.example.com}
      spec:
        group: example.com
        names: {kind: Book, listKind: BookList, plural: books, singular: book}
        scope: Namespaced
        versions:
      """;

  @TempDir private Path folder;

  private ApiStandIn api;
  private Path set = Path.of("");

  @BeforeEach
  void start() throws Exception {
    api = ApiStandIn.start();
    set = Files.createDirectories(folder.resolve("set"));
    git("init", "-q", "-b", "main");
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private CommandRun run(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--kubeconfig", api.kubeconfig(folder).toString()));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private CommandRun rollback(String revision, String... more) {
    List<String> all = new ArrayList<>(List.of("rollback", revision, set.toString()));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  private void git(String... args) throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.com"));
    line.addAll(List.of(args));
    Process process = new ProcessBuilder(line).directory(folder.toFile()).inheritIO().start();
    assertEquals(0, process.waitFor(), line.toString());
  }

  /** Commits a file of the set; an empty text takes it away. */
  private void commit(String file, String text) throws Exception {
    if (text.isEmpty()) {
      Files.delete(set.resolve(file));
    } else {
      Files.writeString(set.resolve(file), text);
    }
    git("add", "--all", "set");
    git("commit", "-q", "--allow-empty", "-m", file);
  }

  private void synced() {
    CommandRun run = run("sync", set.toString(), "--no-wait");
    assertEquals(0, run.exitCode(), run.out() + run.err());
  }

  private static String config(String name, String value) {
    return """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: %s, namespace: default}
        data: {a: "%s"}
        """
        .formatted(name, value);
  }

  private String live(String name) {
    return api.live("v1", "ConfigMap", "default/" + name)
        .map(object -> object.path("data").path("a").asText())
        .orElse("absent");
  }

  @Test
  void goingBackIsShownDoneAndToldOf() throws Exception {
    commit("one.yaml", config("one", "1"));
    commit("one.yaml", config("one", "2"));
    commit("two.yaml", config("two", "new"));
    synced();

    api.forgetRequests();
    CommandRun shown = rollback("HEAD~2", "--dry-run");
    assertEquals(0, shown.exitCode(), shown.err());
    assertTrue(shown.out().contains("~ /data/a: \"2\" -> \"1\""), shown.out());
    assertTrue(shown.out().contains("- prune ConfigMap default/two"), shown.out());
    assertTrue(shown.out().contains("    git revert --no-edit HEAD~2..HEAD\n"), shown.out());
    assertTrue(shown.out().contains("the branch still says otherwise: an agent"), shown.out());
    assertEquals(List.of(), api.writes(), "shown only");

    CommandRun done = rollback("HEAD~2");
    assertEquals(0, done.exitCode(), done.out() + done.err());
    assertTrue(done.out().contains("set: 1 changed, 1 deleted"), done.out());
    assertTrue(done.out().contains("git revert --no-edit HEAD~2..HEAD"), done.out());
    assertEquals("1", live("one"));
    assertEquals("absent", live("two"));

    git("revert", "--no-edit", "HEAD~2..HEAD");
    CommandRun agreeing = run("plan", set.toString(), "--exit-code");
    assertEquals(0, agreeing.exitCode(), agreeing.out());
    assertTrue(rollback("HEAD", "--dry-run").out().endsWith("set: 1 unchanged\n"));
  }

  @Test
  void aScriptGetsThePlanAlone() throws Exception {
    commit("one.yaml", config("one", "1"));
    commit("one.yaml", config("one", "2"));
    synced();
    CommandRun run = rollback("HEAD~1", "--dry-run", "--format", "json");
    assertEquals(0, run.exitCode());
    assertEquals("change", new ObjectMapper().readTree(run.out()).at("/changes/0/action").asText());
    assertTrue(run.err().contains("strake:     git revert --no-edit HEAD~1..HEAD"), run.err());
  }

  @Test
  void theSameGuardsHoldAsForAnyPlan() throws Exception {
    for (int i = 0; i < 6; i++) {
      Files.writeString(set.resolve("old-" + i + ".yaml"), config("old-" + i, "1"));
    }
    commit("one.yaml", config("one", "1"));
    for (int i = 0; i < 6; i++) {
      Files.writeString(set.resolve("new-" + i + ".yaml"), config("new-" + i, "1"));
    }
    commit("one.yaml", config("one", "2"));
    synced();

    CommandRun held = rollback("HEAD~1");
    assertEquals(1, held.exitCode());
    assertEquals("1", live("one"), "what is held up does not hold up the rest");
    assertEquals("1", live("new-0"));
    assertTrue(held.out().contains("--allow share@"), held.out());
    String commit = held.out().replaceAll("(?s).*--allow share@([0-9a-f]{40}).*", "$1");
    assertEquals(0, rollback("HEAD~1", "--allow", "share@" + commit).exitCode());
    assertEquals("absent", live("new-0"));
  }

  @Test
  void mergesAndOtherBranchesAreToldOfHonestly() throws Exception {
    commit("one.yaml", config("one", "1"));
    git("switch", "-q", "-c", "feature");
    commit("two.yaml", config("two", "1"));
    git("switch", "-q", "main");
    commit("three.yaml", config("three", "1"));
    git("merge", "-q", "--no-ff", "--no-edit", "feature");
    git("tag", "merged");
    synced();
    String merged = rollback("HEAD~2", "--dry-run").out();
    assertTrue(
        merged.contains("git restore --source=HEAD~2 --staged --worktree . && git commit"), merged);
    git("switch", "-q", "--orphan", "other");
    Files.createDirectories(set);
    commit("one.yaml", config("one", "9"));
    String foreign = rollback("main", "--dry-run").out();
    assertTrue(foreign.contains("main is not in the history of HEAD"), foreign);
  }

  @Test
  void aCommitThatNobodyKnowsIsWrongUsage() throws Exception {
    commit("one.yaml", config("one", "1"));
    CommandRun run = rollback("v9.9.9");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("there is no commit v9.9.9"), run.err());
    assertEquals(List.of(), api.requests());
  }

  @Test
  void anEarlierCommitThatIsRefusedTodayReachesNoCluster() throws Exception {
    commit("one.yaml", config("one", "1") + "spec: {}\n");
    commit("one.yaml", config("one", "2"));
    CommandRun run = rollback("HEAD~1");
    assertEquals(1, run.exitCode());
    assertTrue(run.out().contains("schema/unknown-field"), run.out());
    assertTrue(run.err().contains("because of the findings at HEAD~1"), run.err());
    assertEquals(List.of(), api.requests());
  }

  private static String version(String name, boolean storage) {
    return "    - {name: %s, served: true, storage: %s, schema: {openAPIV3Schema: {type: object}}}\n"
        .formatted(name, storage);
  }

  @Test
  void aVersionThatObjectsAreStoredInStays() throws Exception {
    commit("crd.yaml", DEFINITION + version("v1", true));
    synced();
    commit("crd.yaml", DEFINITION + version("v1", false) + version("v2", true));
    synced();
    api.change(
        "apiserver",
        "status",
        "apiextensions.k8s.io/v1",
        "CustomResourceDefinition",
        "books.example.com",
        object ->
            object.withObjectProperty("status").putArray("storedVersions").add("v1").add("v2"));
    String out = rollback("HEAD~1", "--dry-run").out();
    assertTrue(
        out.contains(
            "not rolled back: CustomResourceDefinition books.example.com: there are objects stored as v2, which the commit does not define"),
        out);
    assertFalse(rollback("HEAD", "--dry-run").out().contains("not rolled back"), "nothing to do");
  }

  @Test
  void whatJobsHaveDoneStays() throws Exception {
    commit("one.yaml", config("one", "1"));
    commit(
        "job.yaml",
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: migrate, namespace: default}
        spec:
          template:
            spec:
              restartPolicy: Never
              containers: [{name: migrate, image: "registry.example.com/migrate:2"}]
        """);
    CommandRun synced = run("sync", set.toString(), "--no-wait", "--profile", "none");
    assertEquals(0, synced.exitCode(), synced.out() + synced.err());
    String out = rollback("HEAD~1", "--dry-run").out();
    assertTrue(
        out.contains(
            "not rolled back: what Jobs have done, such as migrations of a database, is not undone: Job default/migrate"),
        out);
  }

  @Test
  void aClusterIsNotDowngraded() throws Exception {
    Path example = ExampleCluster.repository().resolve("examples/single-node/cluster");
    try (Stream<Path> files = Files.walk(example)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = set.resolve(example.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    commit("notes.txt", "the whole cluster");
    api.version("v1.37.0");
    CommandRun refused = rollback("HEAD", "--no-wait");
    assertEquals(1, refused.exitCode(), refused.out());
    assertTrue(refused.err().contains("which cannot be downgraded"), refused.err());
    assertEquals(List.of(), api.writes());

    api.version("v1.36.99");
    String out = rollback("HEAD", "--dry-run").out();
    assertTrue(out.contains("not rolled back: hosts keep the files that they have: nodes/"), out);
    assertTrue(out.contains("not rolled back: Kubernetes stays at v1.36.99"), out);
  }
}
