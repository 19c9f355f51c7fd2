package dev.strake.source;

import static dev.strake.source.WorkingTreeTest.contents;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Links, pipes and permissions as a real file system has them. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs links, pipes and POSIX permissions")
class WorkingTreeLinksTest {

  @TempDir Path outside;
  private Path root;

  @BeforeEach
  void makeRepository() throws IOException {
    root = Files.createDirectories(outside.resolve("repo"));
    Files.createDirectory(root.resolve(".git"));
    Files.writeString(root.resolve(".git/config"), "token");
    Files.createDirectories(root.resolve("apps/web"));
    Files.writeString(root.resolve("apps/web/real.yaml"), "real");
  }

  @Test
  void aLinkOutOfTheRepositoryIsRefused() throws IOException {
    Files.writeString(outside.resolve("neighbour.yaml"), "neighbour");
    link("apps/a.yaml", "/etc/passwd");
    link("apps/b.yaml", "../../neighbour.yaml");

    expect(
        "apps/a.yaml ! it is a link that leads out of the repository",
        "apps/b.yaml ! it is a link that leads out of the repository",
        "apps/web/real.yaml = real");
  }

  @Test
  void aLinkInsideTheRepositoryIsRead() throws IOException {
    Files.createDirectories(root.resolve("shared"));
    Files.writeString(root.resolve("shared/base.txt"), "base");
    link("apps/a.yaml", "../shared/base.txt");
    link("apps/b.yaml", "a.yaml");

    expect("apps/a.yaml = base", "apps/b.yaml = base", "apps/web/real.yaml = real");
  }

  @Test
  void allFilesOfAFolderAreHeldToTheSameRules() throws IOException {
    Files.createDirectories(root.resolve("charts/web/.git"));
    Files.writeString(root.resolve("charts/web/.git/config"), "token");
    Files.writeString(root.resolve("charts/web/.helmignore"), "*.bak");
    Files.writeString(root.resolve("charts/web/logo.png"), "picture");
    Files.writeString(root.resolve("charts/webshop.txt"), "neighbour");
    Files.writeString(outside.resolve("secret"), "secret");
    link("charts/web/out", "../../../secret");
    link("charts/web/in", "../../apps/web/real.yaml");
    link("charts/web/folder", "../../apps");
    link("charts/link", "web");
    WorkingTree apps = WorkingTree.open(root.resolve("apps")).orElseThrow();

    assertEquals(
        List.of(
            "charts/web/.helmignore = *.bak",
            "charts/web/folder ! it is a link to a folder, and those are not followed",
            "charts/web/in = real",
            "charts/web/logo.png = picture",
            "charts/web/out ! it is a link that leads out of the repository"),
        apps.files("charts/web").stream().map(WorkingTreeTest::content).toList());
    for (String none : List.of("charts/link", "charts/none", "..", "charts/../charts", "/etc")) {
      assertEquals(List.of(), apps.files(none), none);
    }
    assertEquals(
        List.of("charts/web/logo.png"),
        new UnionTree(List.of(apps))
            .files("charts/web").stream()
                .map(SourceEntry::path)
                .filter(path -> path.endsWith(".png"))
                .toList());
  }

  @Test
  void aNamedFileIsHeldToTheSameRules() throws IOException {
    Files.writeString(root.resolve("policy.txt"), "audit");
    link("out", "/etc");
    link("passwd", "/etc/passwd");

    assertEquals("audit", named("policy.txt"));
    assertEquals("it is a link that leads out of the repository", named("out/hostname"));
    assertEquals("it is a link that leads out of the repository", named("passwd"));
    assertEquals("it is a link to a hidden file or folder", named(".git/config"));
    assertEquals("it is a folder", named("apps"));
    assertEquals("it is not a path inside the repository", named("../neighbour.yaml"));
    assertEquals("it is not a path inside the repository", named("/etc/passwd"));
    assertEquals("nothing", named("apps/none.txt"));
  }

  private String named(String path) {
    return WorkingTree.open(root.resolve("apps"))
        .orElseThrow()
        .file(path)
        .map(SourceEntry::read)
        .map(c -> c.match(bytes -> new String(bytes, StandardCharsets.UTF_8), reason -> reason))
        .orElse("nothing");
  }

  @Test
  void aLinkToWhatGitHidesIsRefused() throws IOException {
    link("apps/a.yaml", "../.git/config");

    expect("apps/a.yaml ! it is a link to a hidden file or folder", "apps/web/real.yaml = real");
  }

  @Test
  void loopsAndDanglingLinksAreRefused() throws IOException {
    link("apps/a.yaml", "a.yaml");
    link("apps/b.yaml", "c.yaml");
    link("apps/c.yaml", "b.yaml");
    link("apps/d.yaml", "nowhere.yaml");

    expect(
        "apps/a.yaml ! it is a link that cannot be followed",
        "apps/b.yaml ! it is a link that cannot be followed",
        "apps/c.yaml ! it is a link that cannot be followed",
        "apps/d.yaml ! it is a link to nothing",
        "apps/web/real.yaml = real");
  }

  @Test
  void linksToFoldersAreNotEntered() throws IOException {
    link("apps/loop", ".");
    link("apps/etc", "/etc");
    link("apps/x.yaml", "web");
    link("apps/note.txt", "/etc/passwd");

    expect(
        "apps/etc ! it is a link to a folder, and those are not followed",
        "apps/loop ! it is a link to a folder, and those are not followed",
        "apps/web/real.yaml = real",
        "apps/x.yaml ! it is a link to a folder, and those are not followed");
  }

  @Test
  void aPipeIsNotOpened() throws Exception {
    Process made = new ProcessBuilder("mkfifo", root.resolve("apps/pipe.yaml").toString()).start();
    assumeTrue(made.waitFor() == 0, "mkfifo");

    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            expect(
                "apps/pipe.yaml ! it is a device, a pipe or a socket",
                "apps/web/real.yaml = real"));
  }

  @Test
  void aLinkToAPipeIsNotOpened() throws Exception {
    Process made = new ProcessBuilder("mkfifo", root.resolve("apps/pipe").toString()).start();
    assumeTrue(made.waitFor() == 0, "mkfifo");
    link("apps/a.yaml", "pipe");

    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> expect("apps/a.yaml ! it is not a regular file", "apps/web/real.yaml = real"));
  }

  @Test
  void whatMayNotBeReadIsRefused() throws IOException {
    Path file = Files.writeString(root.resolve("apps/a.yaml"), "a");
    Path folder = Files.createDirectory(root.resolve("apps/closed"));
    assumeTrue(file.toFile().setReadable(false, false) && !Files.isReadable(file), "not as root");
    assumeTrue(folder.toFile().setReadable(false, false));
    try {
      expect(
          "apps/a.yaml ! reading it is not permitted",
          "apps/closed ! reading it is not permitted",
          "apps/web/real.yaml = real");
    } finally {
      assumeTrue(folder.toFile().setReadable(true, false));
    }
  }

  @Test
  void thePathItselfMayBeALink() throws IOException {
    Path way = Files.createSymbolicLink(outside.resolve("way"), root.resolve("apps"));

    assertEquals(
        List.of("apps/web/real.yaml = real"), contents(WorkingTree.open(way).orElseThrow()));
  }

  private void link(String path, String target) throws IOException {
    Files.createSymbolicLink(root.resolve(path), Path.of(target));
  }

  private void expect(String... contents) {
    assertEquals(List.of(contents), contents(WorkingTree.open(root.resolve("apps")).orElseThrow()));
  }
}
