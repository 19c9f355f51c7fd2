package dev.strake.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.InMemoryTree;
import dev.strake.source.SourceEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreFilesTest {

  private final List<Diagnostic> findings = new ArrayList<>();

  @TempDir private Path folder;

  private boolean ignores(InMemoryTree tree, String path) {
    return new IgnoreFiles(tree, findings::add).ignores(path);
  }

  @ParameterizedTest
  @CsvSource({
    "*.tmpl.yaml, apps/web.tmpl.yaml, true",
    "*.tmpl.yaml, apps/web.yaml, false",
    "/apps, apps/web.yaml, true",
    "/apps, team/apps/web.yaml, false",
    "apps/, apps/web.yaml, true",
    "web.yaml/, apps/web.yaml, false",
    "apps/*.yaml, apps/web.yaml, true",
    "apps/*.yaml, apps/team/web.yaml, false",
    "apps/**/web.yaml, apps/a/b/web.yaml, true",
    "apps/**/web.yaml, apps/web.yaml, true",
    "**/web.yaml, web.yaml, true",
    "apps/**, apps/web.yaml, true",
    "web[0-9].yaml, web7.yaml, true",
    "web[!0-9].yaml, web7.yaml, false",
    "we?.yaml, web.yaml, true",
    "we?.yaml, we/b.yaml, false",
    "'#web.yaml', '#web.yaml', false",
    "'\\#web.yaml', '#web.yaml', true",
    "'\\!web.yaml', '!web.yaml', true",
    "web[.yaml, web[.yaml, false"
  })
  void oneLine(String line, String path, boolean ignored) {
    InMemoryTree tree = InMemoryTree.of(".strakeignore", line + "\n").with(path, "");
    assertEquals(ignored, ignores(tree, path));
  }

  @Test
  void theLastLineAndTheNearestFileCount() {
    InMemoryTree tree =
        InMemoryTree.of(".strakeignore", "# generated\r\n*.yaml\r\n!keep.yaml\r\n")
            .with("apps/.strakeignore", "!web.yaml\nkeep.yaml\n");

    assertTrue(ignores(tree, "a.yaml"));
    assertEquals(false, ignores(tree, "keep.yaml"));
    assertEquals(false, ignores(tree, "apps/web.yaml"));
    assertTrue(ignores(tree, "apps/keep.yaml"));
  }

  @Test
  void whatIsInAnIgnoredFolderStaysIgnored() {
    InMemoryTree tree =
        InMemoryTree.of(".strakeignore", "/apps/\n!apps/keep.yaml\n")
            .with("apps/.strakeignore", "!keep.yaml\n");
    assertTrue(ignores(tree, "apps/keep.yaml"));
  }

  @Test
  void aFileThatCannotBeReadIsReportedAndLeavesNothingOut() {
    InMemoryTree tree = InMemoryTree.empty().withRefused(".strakeignore", "it is a link");
    assertEquals(false, ignores(tree, "a.yaml"));
    assertEquals(
        List.of(".strakeignore:1:1 yaml/ignore-file"),
        findings.stream()
            .map(found -> found.range().toString().split("-", -1)[0] + " " + found.code().id())
            .toList());
  }

  @Test
  void aFileThatIsTooLargeIsReportedAndLeavesNothingOut() {
    String most = "#".repeat(64 * 1024 - 7) + "\n*.yaml";
    assertTrue(ignores(InMemoryTree.of(".strakeignore", most), "a.yaml"));
    assertEquals(List.of(), findings);
    assertEquals(false, ignores(InMemoryTree.of(".strakeignore", most + "\n"), "a.yaml"));
    assertEquals(1, findings.size());
  }

  @Test
  void noPatternTakesForever() {
    String pattern = "*a".repeat(500) + "b\n" + "**/a/".repeat(500) + "b\n";
    String path = "a/".repeat(200) + "a".repeat(250);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertEquals(false, ignores(InMemoryTree.of(".strakeignore", pattern), path)));
  }

  /** Git itself is asked about the same patterns and paths. */
  @Test
  void itAgreesWithGit() throws Exception {
    Assumptions.assumeTrue(git("init", "-q").isEmpty());
    Random random = new Random(20260214);
    List<String> paths = new ArrayList<>();
    for (String a : List.of("a", "ab", "b.y", "c[d")) {
      paths.add(a);
      for (String b : List.of("a", "b", "a.y")) {
        paths.add("d" + a + "/" + b);
        paths.add("d" + a + "/e" + b + "/" + a + b);
      }
    }
    int compared = 0;
    for (int round = 0; round < 120; round++) {
      String lines = lines(random);
      String below = random.nextInt(3) == 0 ? lines(random) : "";
      Files.writeString(folder.resolve(".gitignore"), lines);
      Files.createDirectories(folder.resolve("da"));
      Files.writeString(folder.resolve("da/.gitignore"), below);
      Set<String> expected = ignoredByGit(paths);
      InMemoryTree tree = InMemoryTree.of(".strakeignore", lines).with("da/.strakeignore", below);
      IgnoreFiles files = new IgnoreFiles(tree, findings::add);
      Set<String> ignored =
          paths.stream().filter(files::ignores).collect(Collectors.toCollection(TreeSet::new));
      assertEquals(expected, ignored, () -> "with\n" + lines + "-- and below da/\n" + below);
      compared += expected.size();
    }
    int all = compared;
    assertTrue(all > 500, () -> "Git ignored only " + all);
  }

  private static String lines(Random random) {
    List<String> parts =
        List.of("a", "b", "*", "?", "**", "/", "d", "e", "!", "[ab]", "[!a]", ".y", "\\a", " ");
    return IntStream.rangeClosed(0, random.nextInt(4))
        .mapToObj(
            line ->
                IntStream.rangeClosed(0, random.nextInt(5))
                    .mapToObj(part -> parts.get(random.nextInt(parts.size())))
                    .collect(Collectors.joining()))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private Set<String> ignoredByGit(List<String> paths) throws Exception {
    List<String> words = new ArrayList<>(List.of("check-ignore", "--no-index"));
    words.addAll(paths);
    return git(words.toArray(String[]::new)).lines().collect(Collectors.toCollection(TreeSet::new));
  }

  private String git(String... words) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("git", "-c", "core.quotePath=false"));
    all.addAll(List.of(words));
    ProcessBuilder git = new ProcessBuilder(all).directory(folder.toFile());
    git.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    git.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    git.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = git.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  @Test
  void theScanCountsWhatItLeavesOut() {
    InMemoryTree tree =
        InMemoryTree.of(".strakeignore", "apps/old/\n")
            .with("cluster.yaml", "")
            .with("apps/old/a.yaml", "")
            .with("apps/b.yaml", "")
            .with("other/old/c.yaml", "");

    Inputs inputs = InputScan.scan(tree, findings::add);

    assertEquals(1, inputs.ignored());
    assertEquals(
        List.of("apps/b.yaml"),
        inputs.clusters().get(0).below("apps").stream().map(SourceEntry::path).toList());
  }
}
