package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.sync.standin.ApiStandIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a clone without history, as CI makes them, what needs history says so and how to get it. */
final class ShallowCloneTest {

  private static final String HINT =
      "this clone is shallow: git fetch --unshallow brings the rest of the history";

  @TempDir private Path folder;

  private Path clone;

  @BeforeEach
  void makeClone() throws IOException {
    Path origin = Files.createDirectories(folder.resolve("origin"));
    git(origin, "init", "--quiet", "--initial-branch=main");
    for (String value : List.of("one", "two")) {
      Files.writeString(
          origin.resolve("c.yaml"),
          "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: default}\ndata: {a: "
              + value
              + "}\n");
      git(origin, "add", "--all");
      git(origin, "commit", "--quiet", "--message", value);
    }
    clone = folder.resolve("clone");
    git(folder, "clone", "--quiet", "--depth", "1", "file://" + origin, clone.toString());
  }

  private static void git(Path folder, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of("-c", "user.name=t", "-c", "user.email=t@example.net"));
    command.addAll(List.of(words));
    Process git =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, git.onExit().join().exitValue(), said);
  }

  private CommandRun run(ApiStandIn api, String command, String... options) {
    List<String> line = new ArrayList<>(List.of(command, clone.toString()));
    line.addAll(List.of("--kubeconfig", api.kubeconfig(folder).toString()));
    line.addAll(List.of(options));
    return CommandRun.of(line.toArray(String[]::new));
  }

  @Test
  void goingBackSaysHowToGetTheHistory() throws IOException {
    try (ApiStandIn api = ApiStandIn.start()) {
      for (String command : List.of("plan", "sync")) {
        CommandRun refused = run(api, command, "--rev", "HEAD~1");
        assertEquals(ExitCode.USAGE, refused.exitCode());
        assertTrue(refused.err().contains("no revision HEAD~1"), refused.err());
        assertTrue(refused.err().contains(HINT), refused.err());
      }
      assertEquals(List.of(), api.writes());
      git(clone, "fetch", "--quiet", "--unshallow");
      CommandRun synced = run(api, "sync", "--rev", "HEAD~1");
      assertEquals(0, synced.exitCode(), synced.err());
      assertEquals(
          "one", api.live("v1", "ConfigMap", "default/c").orElseThrow().at("/data/a").asText());
    }
  }

  @Test
  void comparingSaysHowToGetTheHistory() {
    CommandRun refused =
        CommandRun.of("validate", clone.toString(), "--new-since", "HEAD~1", "--profile", "none");
    assertEquals(ExitCode.USAGE, refused.exitCode());
    assertTrue(refused.err().contains(HINT), refused.err());
  }
}
