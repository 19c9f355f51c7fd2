package dev.strake.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkingTreeTest {

  private final FileSystem disk = Jimfs.newFileSystem(Configuration.unix());

  @AfterEach
  void closeDisk() throws IOException {
    disk.close();
  }

  @Test
  void namesAreRelativeToTheRepositoryAroundTheFolder() throws IOException {
    write("/repo/.git/config", "[remote]");
    write("/repo/prod/cluster.yaml", "kind: Cluster");
    write("/repo/other/a.yaml", "a: 1");

    WorkingTree tree = open("/repo/prod");

    assertEquals("prod", tree.startPath());
    assertEquals(List.of("prod/cluster.yaml = kind: Cluster"), contents(tree));
  }

  @Test
  void filesOfOursAreNotListed() throws IOException {
    write("/repo/.git/config", "[remote]");
    write("/repo/prod/cluster.yaml", "kind: Cluster");
    write("/repo/prod/known.json", "{}");
    write("/repo/known.json", "{}");

    WorkingTree tree =
        open("/repo/prod")
            .without(
                List.of(
                    disk.getPath("/repo/prod/known.json"),
                    disk.getPath("/repo/prod/not/there.json"),
                    disk.getPath("/elsewhere.json")));

    assertEquals(List.of("prod/cluster.yaml = kind: Cluster"), contents(tree));
  }

  @Test
  void itCoversWhatIsBelowWhatWasOpened() throws IOException {
    write("/repo/.git/config", "[remote]");
    write("/repo/prod/cluster.yaml", "kind: Cluster");

    assertTrue(open("/repo").covers("gone/a.yaml"));
    assertTrue(open("/repo/prod").covers("prod/gone.yaml"));
    assertTrue(open("/repo/prod/cluster.yaml").covers("prod/cluster.yaml"));
    assertFalse(open("/repo/prod").covers("production/a.yaml"));
    assertFalse(open("/repo/prod/cluster.yaml").covers("prod/a.yaml"));
  }

  @Test
  void aLinkedWorktreeHasAGitFile() throws IOException {
    write("/repo/.git", "gitdir: /elsewhere");
    write("/repo/a/b.yaml", "b: 1");

    assertEquals(List.of("a/b.yaml = b: 1"), contents(open("/repo/a")));
  }

  @Test
  void withoutARepositoryNamesAreRelativeToTheFolder() throws IOException {
    write("/some/place/a.yaml", "a: 1");

    assertEquals(List.of("a.yaml = a: 1"), contents(open("/some/place")));
    assertEquals("", open("/some/place").startPath());
  }

  @Test
  void aSingleFileIsReadWhateverItsName() throws IOException {
    write("/repo/.git/HEAD", "");
    write("/repo/x/odd.txt", "a: 1");
    write("/repo/x/other.yaml", "b: 1");
    write("/plain/odd.txt", "a: 1");

    assertEquals(List.of("x/odd.txt = a: 1"), contents(open("/repo/x/odd.txt")));
    assertEquals(List.of("odd.txt = a: 1"), contents(open("/plain/odd.txt")));
  }

  @Test
  void nothingAtThePath() {
    assertTrue(WorkingTree.open(disk.getPath("/missing")).isEmpty());
  }

  @Test
  void onlyManifestsAndNoHiddenFolders() throws IOException {
    write("/r/a.yaml", "1");
    write("/r/b.yml", "2");
    write("/r/c.JSON", "3");
    write("/r/README.md", "no");
    write("/r/yaml", "no");
    write("/r/.github/workflows/ci.yaml", "no");
    write("/r/sub/.cache/x.yaml", "no");

    assertEquals(List.of("a.yaml = 1", "b.yml = 2", "c.JSON = 3"), contents(open("/r")));
  }

  @Test
  void otherNamesOnRequest() throws IOException {
    write("/r/a.yaml", "1");
    write("/r/.strakeignore", "out");

    WorkingTree tree =
        WorkingTree.open(
                disk.getPath("/r"), path -> path.equals(".strakeignore"), TreeLimits.DEFAULT)
            .orElseThrow();

    assertEquals(List.of(".strakeignore = out"), contents(tree));
  }

  @Test
  void aHiddenFolderIsReadIfItIsAskedFor() throws IOException {
    write("/r/.hidden/a.yaml", "1");

    assertEquals(List.of("a.yaml = 1"), contents(open("/r/.hidden")));
  }

  @Test
  void sortedByCodePointsNotByChars() throws IOException {
    // U+FF5E is one char above the surrogates; U+1F6A2 is two surrogates and yet comes later.
    write("/r/\uD83D\uDEA2.yaml", "ship");
    write("/r/\uFF5E.yaml", "tilde");
    write("/r/b.yaml", "b");
    write("/r/B.yaml", "B");
    write("/r/b/a.yaml", "b/a");

    assertEquals(
        List.of(
            "B.yaml = B",
            "b.yaml = b",
            "b/a.yaml = b/a",
            "\uFF5E.yaml = tilde",
            "\uD83D\uDEA2.yaml = ship"),
        contents(open("/r")));
  }

  @Test
  void largeFilesAreRefusedUnread() throws IOException {
    write("/r/a.yaml", "12345678");
    write("/r/b.yaml", "123456789");

    assertEquals(
        List.of("a.yaml = 12345678", "b.yaml ! it is larger than 8 bytes"),
        contents(open("/r", new TreeLimits(8, 100))));
  }

  @Test
  void tooManyEntriesAreRefusedAsOne() throws IOException {
    for (int i = 0; i < 10; i++) {
      write("/r/.git/x", "");
      write("/r/a/" + i + ".yaml", "x");
    }
    // The folder, and four of its files.
    List<String> seen = contents(open("/r/a", new TreeLimits(8, 5)));

    assertEquals(5, seen.size());
    assertEquals(
        "a ! it holds more than 5 files and folders, and the rest was not read", seen.get(0));
  }

  @Test
  void aFileThatVanishesIsRefused() throws IOException {
    write("/r/a.yaml", "1");
    WorkingTree tree = open("/r");
    tree.entries();
    Files.delete(disk.getPath("/r/a.yaml"));

    assertEquals(List.of("a.yaml ! it is not there any more"), contents(tree));
  }

  @Test
  void aFileThatBecomesALinkIsNotFollowed() throws IOException {
    write("/r/a.yaml", "1");
    write("/secret", "s");
    WorkingTree tree = open("/r");
    tree.entries();
    Files.delete(disk.getPath("/r/a.yaml"));
    Files.createSymbolicLink(disk.getPath("/r/a.yaml"), disk.getPath("/secret"));

    assertEquals(List.of("a.yaml ! it is not a regular file"), contents(tree));
  }

  private void write(String path, String text) throws IOException {
    Path file = disk.getPath(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private WorkingTree open(String path) {
    return WorkingTree.open(disk.getPath(path)).orElseThrow();
  }

  private WorkingTree open(String path, TreeLimits limits) {
    return WorkingTree.open(disk.getPath(path), SourceEntry::isManifest, limits).orElseThrow();
  }

  static List<String> contents(SourceTree tree) {
    return tree.entries().stream().map(WorkingTreeTest::content).toList();
  }

  static String content(SourceEntry entry) {
    return entry.path()
        + entry
            .read()
            .match(
                bytes -> " = " + new String(bytes, StandardCharsets.UTF_8),
                reason -> " ! " + reason);
  }
}
