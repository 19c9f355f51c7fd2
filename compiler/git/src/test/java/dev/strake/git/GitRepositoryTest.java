package dev.strake.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.source.SourceEntry;
import dev.strake.source.SourceTree;
import dev.strake.source.WorkingTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoryTest {

  @TempDir Path folder;
  private Path root;
  private GitCommand git;

  @BeforeEach
  void makeRepository() throws IOException {
    root = folder.resolve("repo");
    git = GitCommand.init(root);
  }

  private GitRepository open(Path path) {
    return GitRepository.around(path).orElseThrow();
  }

  private static List<String> contents(SourceTree tree) {
    return tree.entries().stream().map(GitRepositoryTest::content).toList();
  }

  private static String content(SourceEntry entry) {
    return entry.path()
        + entry
            .read()
            .match(
                bytes -> " = " + new String(bytes, StandardCharsets.UTF_8),
                reason -> " ! " + reason);
  }

  private List<String> at(String name, String start) {
    try (GitRepository repository = open(root)) {
      return contents(repository.tree(repository.resolve(name).orElseThrow(), start));
    }
  }

  @Test
  void allFilesOfAFolderAreThereWhateverTheirEnding() throws IOException {
    git.write("charts/web/.helmignore", "*.bak");
    git.write("charts/web/templates/_helpers.tpl", "text");
    git.write("charts/web/.hidden/x", "hidden");
    git.write("charts/webshop", "neighbour");
    git.commit("one");
    git.write("charts/web/later", "not committed");

    try (GitRepository repository = open(root)) {
      SourceTree tree = repository.tree(repository.resolve("main").orElseThrow(), "apps");
      assertEquals(
          List.of("charts/web/.helmignore = *.bak", "charts/web/templates/_helpers.tpl = text"),
          tree.files("charts/web").stream().map(GitRepositoryTest::content).toList());
      assertEquals(List.of(), tree.files("charts/none"));
      assertEquals(List.of(), tree.files("charts/webshop"));
    }
  }

  @Test
  void aRevisionIsReadWhateverTheWorkTreeHolds() throws IOException {
    git.write("apps/web.yaml", "old");
    git.commit("one");
    git.write("apps/web.yaml", "new");
    git.write("apps/more.yml", "more");
    git.commit("two");
    git.write("apps/web.yaml", "not committed");

    assertEquals(List.of("apps/web.yaml = old"), at("HEAD~1", ""));
    assertEquals(List.of("apps/more.yml = more", "apps/web.yaml = new"), at("main", ""));
    assertEquals(List.of("apps/web.yaml = new"), at("main", "apps/web.yaml"));
    assertEquals(List.of(), at("main", "apps/we"));
  }

  @Test
  void aCommitReadsAsItsCheckoutDoes() throws IOException {
    git.write("a.yaml", "a");
    git.write("apps/b.json", "{}");
    git.write("apps/no-manifest.txt", "text");
    git.write("apps/.hidden.yaml", "hidden file");
    git.write(".github/workflows/ci.yaml", "hidden folder");
    git.write("apps/.cache/x.yaml", "hidden folder");
    git.write("apps/ünï/ç.yaml", "unicode");
    git.link("apps/link.yaml", "../a.yaml");
    git.link("apps/twice.yaml", "link.yaml");
    git.link("apps/text.yaml", "no-manifest.txt");
    git.link("apps/out.yaml", "../../neighbour.yaml");
    git.link("apps/absolute.yaml", "/etc/passwd");
    git.link("apps/nothing.yaml", "none.yaml");
    git.link("apps/hidden.yaml", "../.git/config");
    git.link("folder", "apps");
    git.link("folder.yaml", "apps");
    Files.writeString(folder.resolve("neighbour.yaml"), "neighbour");
    git.commit("all");

    List<String> checkout = contents(WorkingTree.open(root).orElseThrow());

    assertTrue(checkout.contains("apps/twice.yaml = a"), checkout.toString());
    assertEquals(String.join("\n", checkout), String.join("\n", at("HEAD", "")));
  }

  @Test
  void aLinkInACircleIsRefused() throws IOException {
    git.link("a.yaml", "b.yaml");
    git.link("b.yaml", "a.yaml");
    git.commit("circle");

    assertEquals(
        List.of(
            "a.yaml ! it is a link that leads to itself",
            "b.yaml ! it is a link that leads to itself"),
        at("HEAD", ""));
  }

  @Test
  void aNamedFileIsFoundWhateverItsEnding() throws IOException {
    git.write("pki/ca.crt", "public");
    git.commit("one");
    try (GitRepository repository = open(root)) {
      SourceTree tree = repository.tree(repository.resolve("HEAD").orElseThrow(), "apps");
      assertEquals("pki/ca.crt = public", tree.file("pki/ca.crt").map(f -> content(f)).orElse(""));
      assertEquals(Optional.empty(), tree.file("pki"));
      assertEquals(Optional.empty(), tree.file("pki/none"));
    }
  }

  @Test
  void whatIsNotInTheCloneIsNamed() throws IOException {
    git.write("big.yaml", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n");
    GitCommand inner = GitCommand.init(folder.resolve("inner"));
    String commit = inner.commit("inner");
    git.run("update-index", "--add", "--cacheinfo", "160000," + commit + ",modules/inner");
    git.run("add", "big.yaml");
    git.run("commit", "--quiet", "--message", "one");

    assertEquals(
        List.of(
            "big.yaml ! it is a pointer of Git LFS, and its content is not here",
            "modules/inner ! it is a submodule, and those are not entered"),
        at("HEAD", ""));
  }

  @Test
  void theMergeBaseIsWhereTwoBranchesParted() throws IOException {
    git.write("a.yaml", "a");
    String base = git.commit("base");
    git.run("switch", "--quiet", "--create", "feature");
    git.commit("feature");
    git.run("switch", "--quiet", "main");
    git.commit("main");
    git.run("switch", "--quiet", "--orphan", "other");
    git.commit("other");

    try (GitRepository repository = open(root)) {
      Revision main = repository.resolve("main").orElseThrow();
      Revision feature = repository.resolve("feature").orElseThrow();
      Revision other = repository.resolve("other").orElseThrow();
      assertEquals(Optional.of(new Revision(base)), repository.mergeBase(main, feature));
      assertEquals(Optional.empty(), repository.mergeBase(main, other));
    }
  }

  @Test
  void aWayBackIsStraightIfNothingWasMergedOnIt() throws IOException {
    Revision one = new Revision(git.commit("one"));
    Revision two = new Revision(git.commit("two"));
    git.run("switch", "--quiet", "--create", "feature", one.id());
    Revision feature = new Revision(git.commit("feature"));
    git.run("switch", "--quiet", "main");
    git.run("merge", "--quiet", "--no-ff", "--no-edit", "feature");
    Revision merge = new Revision(git.run("rev-parse", "HEAD"));
    Revision last = new Revision(git.commit("last"));

    try (GitRepository repository = open(root)) {
      assertTrue(repository.isStraight(one, two));
      assertTrue(repository.isStraight(two, two));
      assertTrue(repository.isStraight(merge, last));
      assertFalse(repository.isStraight(two, last));
      assertTrue(repository.isAncestor(feature, last));
      assertTrue(repository.isAncestor(two, two));
      assertFalse(repository.isAncestor(last, two));
      assertFalse(repository.isAncestor(two, feature));
    }
  }

  @Test
  void namesThatAreNoCommitsAreNotFound() throws IOException {
    git.write("a.yaml", "a");
    git.commit("one");
    try (GitRepository repository = open(root)) {
      for (String name : List.of("none", "--help", "", "HEAD:a.yaml", "HEAD^^{", "..", "a b")) {
        assertEquals(Optional.empty(), repository.resolve(name), name);
      }
      assertEquals(repository.resolve("main"), repository.resolve("HEAD"));
    }
  }

  @Test
  void aBareRepositoryAndALinkedWorkTreeAreRepositoriesToo() throws IOException {
    git.write("apps/a.yaml", "a");
    git.commit("one");
    git.run("worktree", "add", "--quiet", "--detach", "../linked");
    GitCommand.in(folder).run("clone", "--quiet", "--bare", "repo", "bare.git");

    for (String path : List.of("linked/apps", "bare.git")) {
      try (GitRepository repository = open(folder.resolve(path))) {
        Revision head = repository.resolve("HEAD").orElseThrow();
        assertEquals(List.of("apps/a.yaml = a"), contents(repository.tree(head, "")), path);
      }
    }
    assertTrue(GitRepository.around(folder).isEmpty());
  }

  @Test
  void readingLeavesEverythingAsItWas() throws IOException {
    git.write("a.yaml", "a");
    git.write(".gitattributes", "* filter=evil diff=evil\n");
    git.commit("one");
    Path proof = folder.resolve("proof");
    git.run("pack-refs", "--all");
    git.run("gc", "--quiet");
    git.run("config", "filter.evil.smudge", "touch " + proof);
    git.run("config", "core.fsmonitor", "touch " + proof);
    git.run("config", "core.hooksPath", folder.toString());
    Map<String, FileTime> before = files();

    assertEquals(List.of("a.yaml = a"), at("HEAD", ""));

    assertEquals(before, files());
    assertFalse(Files.exists(proof));
  }

  private Map<String, FileTime> files() throws IOException {
    Map<String, FileTime> times = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList()) {
        times.put(folder.relativize(path).toString(), Files.getLastModifiedTime(path));
      }
    }
    return times;
  }
}
