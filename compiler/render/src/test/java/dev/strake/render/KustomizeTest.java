package dev.strake.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.rendering.RenderInput;
import dev.strake.rendering.RenderResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a tool may do to the machine that checks a stranger's overlay. */
class KustomizeTest {

  @TempDir Path temporary;
  @TempDir Path programs;

  private Bounds bounds = Bounds.KUSTOMIZE;

  @AfterEach
  void nothingIsLeftBehind() throws IOException {
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void kubectlBuilds() {
    RenderResult result =
        Installed.renderer(temporary)
            .kustomize(
                input("resources: [web.yaml]\nnamePrefix: a-\n")
                    .and("web.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}}")
                    .made());

    assertEquals(
        new RenderResult.Rendered(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: a-web
            """),
        result);
  }

  @Test
  void nothingOfTheEnvironmentGetsIntoAnObject() {
    String made =
        rendered(
            Installed.renderer(temporary)
                .kustomize(
                    input("configMapGenerator: [{name: leak, envs: [names]}]\n")
                        .and("names", "HOME\nPATH\nUSER\nTMPDIR\nKUBECONFIG\n")
                        .made()));

    // Some versions of Kustomize look a name up that has no value.
    made.lines()
        .filter(line -> line.matches("  (HOME|PATH|USER|TMPDIR|KUBECONFIG): .*"))
        .forEach(line -> assertTrue(line.matches(".*: (\"\"|/nonexistent)"), line));
    assertEquals(
        5,
        made.lines().filter(line -> line.startsWith("  ") && !line.startsWith("  name")).count());
    assertFalse(made.contains(temporary.toString()), made);
    assertFalse(made.contains(System.getProperty("user.home")), made);
  }

  @Test
  void complaintsAreTheSameEachTime() {
    RenderInput broken = input("resources: [web.yaml]\n").made();

    RenderResult first = Installed.renderer(temporary).kustomize(broken);

    assertEquals(first, Installed.renderer(temporary).kustomize(broken));
    String problem = failure(first);
    assertTrue(problem.contains("web.yaml"), problem);
    assertFalse(problem.contains(temporary.toString()), problem);
    assertFalse(problem.contains("strake-render"), problem);
    assertFalse(problem.contains("run.go"), problem);
  }

  @Test
  void whatWasOverlookedIsNotFetched() {
    String problem =
        failure(
            Installed.renderer(temporary)
                .kustomize(input("resources: [https://example.net/web.yaml]\n").made()));

    assertTrue(problem.contains("127.0.0.1:0"), problem);
    String clone =
        failure(
            Installed.renderer(temporary)
                .kustomize(input("resources: [git@example.net:a/b.git]\n").made()));
    assertTrue(clone.contains("no 'git' program on path"), clone);
  }

  @Test
  void aProgramSeesAnEmptyEnvironment() {
    program("kustomize", "echo \"$1\"; /usr/bin/env | /usr/bin/sort; ulimit -c; ulimit -f; pwd");

    String printed = rendered(fake().kustomize(input("").made()));

    List<String> lines = printed.lines().toList();
    assertEquals("build", lines.get(0));
    List<String> names =
        lines.subList(1, lines.size() - 3).stream()
            .map(line -> line.substring(0, line.indexOf('=')))
            // The shell's own.
            .filter(name -> !List.of("PWD", "OLDPWD", "SHLVL", "_").contains(name))
            .toList();
    assertEquals(List.of("HOME", "HTTPS_PROXY", "HTTP_PROXY", "LC_ALL", "PATH"), names);
    assertEquals(List.of("0", "0"), lines.subList(lines.size() - 3, lines.size() - 1));
    assertTrue(lines.get(lines.size() - 1).startsWith(temporary.toString()), printed);
  }

  @Test
  void aProgramThatTakesTooLongIsEndedWithAllThatItStarted() throws IOException {
    Path child = programs.resolve("child");
    program(
        "kustomize", "ulimit -f unlimited; /bin/sleep 600 & echo $! > %s; wait".formatted(child));
    bounds = bounds.withTime(Duration.ofSeconds(2)).withFileBytes(512);

    long begin = System.nanoTime();
    String problem = failure(fake().kustomize(input("").made()));

    assertEquals("it took longer than 2 seconds", problem);
    assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 30);
    long pid = Long.parseLong(Files.readString(child).strip());
    assertTrue(isEnded(pid), "the program's own child is still there");
  }

  @Test
  void aProgramThatPrintsTooMuchIsEnded() {
    program("kustomize", "while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa; done");
    bounds = bounds.withOutputBytes(1_000_000);

    assertEquals("it printed more than 1000000 bytes", failure(fake().kustomize(input("").made())));
  }

  @Test
  void aProgramThatComplainsTooMuchIsHeardToTheEnd() {
    program(
        "kustomize",
        """
        i=0; while [ $i -lt 20000 ]; do echo complaint $i >&2; i=$((i+1)); done; echo done""");

    assertEquals(new RenderResult.Rendered("done\n"), fake().kustomize(input("").made()));
  }

  @Test
  void aProgramThatLeavesAnotherBehindIsNotWaitedFor() {
    program("kustomize", "/bin/sleep 20 & echo done");

    long begin = System.nanoTime();
    assertEquals(new RenderResult.Rendered("done\n"), fake().kustomize(input("").made()));
    assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 15);
  }

  @RepeatedTest(20)
  void nothingThatAProgramPrintsLastIsLost() {
    program("kustomize", "echo first; echo last");

    assertEquals(new RenderResult.Rendered("first\nlast\n"), fake().kustomize(input("").made()));
  }

  @Test
  void aProgramGetsNoMoreMemory() {
    program("kustomize", "ulimit -v");
    bounds = new Bounds(bounds.time(), bounds.outputBytes(), 1L << 30, 0);

    assertEquals(new RenderResult.Rendered("1048576\n"), fake().kustomize(input("").made()));
  }

  @Test
  void aProgramThatSaysNothingIsNamedByItsExitCode() {
    program("kustomize", "exit 3");

    assertEquals("it ended with the exit code 3", failure(fake().kustomize(input("").made())));
  }

  @Test
  void kustomizeIsPreferredToKubectl() {
    program("kubectl", "echo kubectl $1");
    assertEquals(
        new RenderResult.Rendered("kubectl kustomize\n"), fake().kustomize(input("").made()));

    program("kustomize", "echo kustomize $1");
    assertEquals(
        new RenderResult.Rendered("kustomize build\n"), fake().kustomize(input("").made()));
  }

  @Test
  void aFolderThatDependsOnWhereOneStandsIsNoPlaceForPrograms() {
    program("kustomize", "echo never");
    Path here = Path.of("").toAbsolutePath();
    String relative = here.relativize(programs).toString();

    RenderResult result =
        Installed.renderer(relative + ":::" + "not\0a path", temporary).kustomize(input("").made());

    assertEquals(
        new RenderResult.Unavailable("neither kustomize nor kubectl is on the PATH"), result);
  }

  /** Also if nobody has asked for its exit code yet. */
  private static boolean isEnded(long pid) throws IOException {
    Path state = Path.of("/proc", Long.toString(pid), "stat");
    for (int i = 0; i < 100 && Files.exists(state); i++) {
      if (Files.readString(state).contains(") Z ")) {
        return true;
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    return !Files.exists(state);
  }

  private ToolRenderer fake() {
    Workplace workplace = new Workplace(temporary, bounds);
    return new ToolRenderer(
        SearchPath.of(programs.toString()),
        workplace,
        new HelmLibrary(Installed.JAVA, Installed.CLASS_PATH, workplace));
  }

  private void program(String name, String script) {
    try {
      Path file = programs.resolve(name);
      Files.writeString(file, "#!/bin/sh\n" + script + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String rendered(RenderResult result) {
    return result.match(
        made -> made.yaml(),
        problem -> {
          throw new AssertionError(problem);
        },
        reason -> {
          throw new AssertionError(reason);
        });
  }

  private static String failure(RenderResult result) {
    return result.match(
        made -> {
          throw new AssertionError(made.yaml());
        },
        problem -> problem,
        reason -> {
          throw new AssertionError(reason);
        });
  }

  private static Input input(String kustomization) {
    return new Input(new TreeMap<>()).and("kustomization.yaml", kustomization);
  }

  private record Input(SortedMap<String, byte[]> files) {
    Input and(String path, String text) {
      files.put("a/" + path, text.getBytes(StandardCharsets.UTF_8));
      return this;
    }

    RenderInput made() {
      return new RenderInput("a", files);
    }
  }
}
