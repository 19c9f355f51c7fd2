package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.sync.standin.ApiStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that talk to a cluster, against the stand-in for one. */
final class SyncCommandTest {

  private static final Pattern CONSOLE =
      Pattern.compile("```console\\n\\$ \\./strake (?<command>.*)\\n(?<output>(?s).*?)```");

  private static final String SHOP = "docs/tour/shop";

  @TempDir private Path folder;

  private ApiStandIn api;

  @BeforeEach
  void start() {
    api = ApiStandIn.start();
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

  private Path manifest(String text) throws IOException {
    Path set = Files.createDirectories(folder.resolve("set"));
    Files.writeString(set.resolve("one.yaml"), text);
    return set;
  }

  private static String config(String value) {
    return """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: one, namespace: default}
        data: {a: "%s"}
        """
        .formatted(value);
  }

  @Test
  void theCommandsOfThePagePrintWhatItShows() throws Exception {
    Path repository = ExampleCluster.repository();
    Matcher shown = CONSOLE.matcher(Files.readString(repository.resolve("docs/sync.md")));
    int commands = 0;
    while (shown.find()) {
      String[] args = shown.group("command").split(" ", -1);
      Path shop = repository.resolve(SHOP);
      if (args[0].equals("rollback")) {
        // What the page tells has happened by then.
        shop = Files.exists(folder.resolve(SHOP)) ? folder.resolve(SHOP) : shopOfTwoCommits(shop);
      }
      int path = List.of(args).indexOf(SHOP);
      args[path] = shop.toString();
      assertEquals(shown.group("output"), run(args).out(), shown.group("command"));
      commands++;
    }
    assertEquals(5, commands);
  }

  /** The same shop in a repository of its own, whose second commit, which runs, changed a price. */
  private Path shopOfTwoCommits(Path original) throws Exception {
    Path shop = Files.createDirectories(folder.resolve(SHOP));
    String text = Files.readString(original.resolve("shop.yaml"));
    git("init", "-q", "-b", "main");
    for (String version : List.of(text, text.replace("currency: EUR", "currency: USD"))) {
      Files.writeString(shop.resolve("shop.yaml"), version);
      git("add", "docs");
      git("commit", "-q", "-m", "prices");
    }
    assertEquals(0, run("sync", shop.toString()).exitCode());
    return shop;
  }

  @Test
  void aPlanWithChangesHasAnExitCodeIfThatIsAskedFor() throws IOException {
    Path set = manifest(config("1"));
    assertEquals(0, run("plan", set.toString()).exitCode());
    assertEquals(1, run("plan", set.toString(), "--exit-code").exitCode());
    CommandRun synced = run("sync", set.toString());
    assertEquals(0, synced.exitCode(), synced.out() + synced.err());
    assertTrue(synced.err().contains("strake: created ConfigMap default/one"), synced.err());
    assertEquals(0, run("plan", set.toString(), "--exit-code").exitCode());
  }

  @Test
  void driftIsSomethingToDo() throws IOException {
    Path set = manifest(config("1"));
    run("sync", set.toString());
    api.change(
        "kubectl-edit",
        "v1",
        "ConfigMap",
        "default/one",
        object -> object.withObjectProperty("data").put("a", "by hand"));
    CommandRun drift = run("plan", set.toString(), "--exit-code");
    assertEquals(1, drift.exitCode(), drift.out());
    assertTrue(drift.out().contains("kubectl-edit owns .data.a"), drift.out());
    CommandRun forced = run("plan", set.toString(), "--exit-code", "--force-conflicts");
    assertEquals(1, forced.exitCode());
    assertTrue(forced.out().contains("~ /data/a: \"by hand\" -> \"1\""), forced.out());
    api.delete("v1", "ConfigMap", "default/one");
    CommandRun gone = run("plan", set.toString(), "--exit-code");
    assertEquals(1, gone.exitCode());
    assertTrue(gone.out().contains("+ create ConfigMap default/one"), gone.out());
    assertEquals(0, run("sync", set.toString()).exitCode());
    assertEquals(0, run("plan", set.toString(), "--exit-code").exitCode());
  }

  @Test
  void whatIsRefusedReachesNoCluster() throws IOException {
    Path set = manifest(config("1").replace("kind: ConfigMap", "kind: ConfigMap\nspec: {}"));
    CommandRun run = run("sync", set.toString());
    assertEquals(1, run.exitCode());
    assertTrue(run.out().contains("schema/unknown-field"), run.out());
    assertTrue(run.err().contains("nothing was applied"), run.err());
    assertEquals(List.of(), api.requests());
  }

  @Test
  void aReviewedPlanIsCarriedOutOrNothingIs() throws IOException {
    Path set = manifest(config("1"));
    run("sync", set.toString());
    manifest(config("2"));
    String plan = folder.resolve("plan.json").toString();
    assertEquals(0, run("plan", set.toString(), "--out", plan).exitCode());

    api.change(
        "somebody",
        "v1",
        "ConfigMap",
        "default/one",
        object -> object.withObjectProperty("data").put("b", "theirs"));
    assertEquals(
        0, run("sync", set.toString(), "--plan", plan).exitCode(), "that is not its matter");

    manifest(config("3"));
    api.forgetRequests();
    CommandRun moved = run("sync", set.toString(), "--plan", plan);
    assertEquals(1, moved.exitCode());
    assertTrue(moved.out().contains("\"1\" -> \"2\""), moved.out());
    assertTrue(moved.out().contains("\"2\" -> \"3\""), moved.out());
    assertEquals(List.of(), api.writes());

    Files.writeString(Path.of(plan), Files.readString(Path.of(plan)).replace("change", "chanje"));
    CommandRun tampered = run("sync", set.toString(), "--plan", plan);
    assertEquals(2, tampered.exitCode());
    assertTrue(tampered.err().contains("was changed since it was made"), tampered.err());
  }

  @Test
  void anInventoryThatIsLostIsMadeAnewFromWhatIsLive() throws IOException {
    Path set = manifest(config("1") + "---\n" + config("1").replace("name: one", "name: two"));
    run("sync", set.toString());
    assertEquals(0, run("fsck", "set").exitCode());
    api.change(
        "somebody",
        "v1",
        "ConfigMap",
        "strake-system/strake-set-set",
        object -> object.withObjectProperty("data").put("entries", ""));
    manifest(config("1"));
    assertEquals(1, run("sync", set.toString()).exitCode());
    assertTrue(api.live("v1", "ConfigMap", "default/two").isPresent(), "nobody knew whose it is");

    CommandRun found = run("fsck", "set");
    assertEquals(1, found.exitCode());
    assertTrue(found.out().contains("do not have the digest"), found.out());
    assertTrue(found.out().contains("2 live ones with its label"), found.out());
    assertEquals(0, run("fsck", "set", "--repair").exitCode());
    assertEquals(0, run("sync", set.toString()).exitCode());
    assertTrue(api.live("v1", "ConfigMap", "default/two").isEmpty());
  }

  @Test
  void anEarlierCommitIsAPlanLikeAnyOther() throws Exception {
    Path set = manifest(config("1"));
    git("init", "-q", "-b", "main");
    git("add", "set");
    git("commit", "-q", "-m", "one");
    run("sync", set.toString());
    manifest(config("2"));
    git("commit", "-q", "-am", "two");
    run("sync", set.toString());
    CommandRun back = run("plan", set.toString(), "--rev", "HEAD~1");
    assertTrue(back.out().contains("~ /data/a: \"2\" -> \"1\""), back.out());
    assertEquals(0, run("sync", set.toString(), "--rev", "HEAD~1").exitCode());
    assertEquals(
        "1",
        api.live("v1", "ConfigMap", "default/one").orElseThrow().path("data").path("a").asText());
  }

  private void git(String... args) throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.com"));
    line.addAll(List.of(args));
    Process process = new ProcessBuilder(line).directory(folder.toFile()).inheritIO().start();
    assertEquals(0, process.waitFor());
  }

  @Test
  void aClusterThatIsNotThereHasAnExitCodeOfItsOwn() throws IOException {
    Path set = manifest(config("1"));
    Path nowhere = folder.resolve("nowhere");
    assertEquals(
        3, CommandRun.of("plan", set.toString(), "--kubeconfig", nowhere.toString()).exitCode());
  }

  @Test
  void wrongOptionsCostNoRun() throws IOException {
    Path set = manifest(config("1"));
    CommandRun run = run("sync", set.toString(), "--allow", "share@main");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("full commit id"), run.err());
    assertEquals(List.of(), api.requests());
  }
}
