package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.strake.sync.standin.ApiStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is needed, and what of it is missing. */
final class DoctorTest {

  @TempDir private Path folder;

  private ApiStandIn api;
  private Path set = Path.of("");

  @BeforeEach
  void start() throws IOException {
    api = ApiStandIn.start();
    set = Files.createDirectories(folder.resolve("set"));
    Files.writeString(
        set.resolve("one.yaml"),
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: one, namespace: default}
        data: {a: "1"}
        """);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private CommandRun doctor(String... args) {
    List<String> all = new ArrayList<>(List.of("doctor"));
    all.addAll(List.of(args));
    all.addAll(List.of("--kubeconfig", api.kubeconfig(folder).toString()));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static void assertLine(String verdict, String subject, String message, CommandRun run) {
    assertTrue(
        run.out()
            .lines()
            .anyMatch(
                line ->
                    line.startsWith(verdict + " ")
                        && line.contains(" " + subject + " ")
                        && line.contains(message)),
        run.out());
  }

  @Test
  void whereAllIsWellNothingIsToBeDone() {
    CommandRun run = doctor(set.toString());
    assertEquals(0, run.exitCode(), run.out() + run.err());
    assertLine("ok", "java", Runtime.version().toString(), run);
    assertLine("ok", "kubeconfig", api.url(), run);
    assertLine("ok", "cluster", "Kubernetes v1.36.1", run);
    assertLine("ok", "clock", "agrees", run);
    assertLine("ok", "rights", "may do everything", run);
    assertLine("ok", "inventory", "set has none yet", run);
    assertTrue(run.out().endsWith("\n0 problems, 0 warnings\n"), run.out());
    assertEquals(List.of(), api.writes());
  }

  @Test
  void rightsThatAreMissingAreNamed() {
    api.allowing(what -> !what.equals("* *.*") && !what.equals("delete configmaps in default"));
    CommandRun run = doctor(set.toString());
    assertEquals(1, run.exitCode());
    assertLine("problem", "rights", "it may not delete configmaps in default", run);
    assertTrue(run.out().endsWith("\n1 problems, 0 warnings\n"), run.out());

    api.allowing(what -> !what.equals("* *.*"));
    assertLine("ok", "rights", "all 10 that the set needs are there", doctor(set.toString()));
  }

  @Test
  void anInventoryThatCannotBeTrustedIsFound() {
    CommandRun.of(
        "sync", set.toString(), "--kubeconfig", api.kubeconfig(folder).toString(), "--no-wait");
    assertLine("ok", "inventory", "set has 1 objects", doctor(set.toString()));
    api.change(
        "somebody",
        "v1",
        "ConfigMap",
        "strake-system/strake-set-set",
        object -> object.withObjectProperty("data").put("entries", ""));
    CommandRun run = doctor(set.toString());
    assertEquals(1, run.exitCode());
    assertLine("problem", "inventory", "digest", run);
    assertTrue(run.out().contains("strake fsck set --repair"), run.out());
  }

  @Test
  void aClusterOfAnotherVersionIsFound() {
    String cluster = ExampleCluster.repository().resolve("examples/single-node/cluster").toString();
    assertLine("ok", "version", "v1.36.4, fits", doctor(cluster));
    api.version("v1.37.2");
    CommandRun newer = doctor(cluster);
    assertEquals(1, newer.exitCode());
    assertLine("problem", "version", "says v1.36.4, and the cluster runs v1.37.2", newer);
    api.version("v1.35.9+k3s1");
    CommandRun older = doctor(cluster);
    assertEquals(0, older.exitCode(), older.out());
    assertLine("warning", "version", "runs v1.35.9+k3s1", older);
  }

  @Test
  void sourcesThatAreRefusedAreAProblemBeforeTheSync() throws IOException {
    Files.writeString(set.resolve("one.yaml"), "apiVersion: v1\nkind: ConfigMap\nspec: {}\n");
    CommandRun run = doctor(set.toString());
    assertEquals(1, run.exitCode());
    assertLine("problem", "sources", "findings forbid a sync", run);
    assertLine("skipped", "rights", "name a PATH", run);
  }

  @Test
  void aClusterThatIsNotThereHasAnExitCodeOfItsOwn() {
    String nowhere = folder.resolve("nowhere").toString();
    CommandRun run = CommandRun.of("doctor", set.toString(), "--kubeconfig", nowhere);
    assertEquals(3, run.exitCode());
    assertLine("problem", "cluster", "cannot read the kubeconfig", run);
    assertLine("ok", "java", "", run);
    CommandRun offline =
        CommandRun.of("doctor", set.toString(), "--offline", "--kubeconfig", nowhere);
    assertEquals(0, offline.exitCode(), offline.out());
  }

  @Test
  void scriptsGetTheSameAsJson() throws IOException {
    JsonNode root = new ObjectMapper().readTree(doctor("--format", "json").out());
    assertEquals(1, root.path("version").asInt());
    assertEquals(0, root.at("/summary/problem").asInt());
    assertEquals("java", root.at("/checks/0/subject").asText());
    assertEquals("ok", root.at("/checks/0/verdict").asText());
    assertTrue(root.at("/checks/0/help").isTextual());
    assertEquals(2, doctor("--format", "sarif").exitCode());
  }
}
