package dev.strake.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.strake.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleWriterTest {

  private static final Bundle FIRST =
      Bundles.of("nodes/a/x.yaml", "one\n", "nodes/a/run.sh", "two\n", "top.txt", "é\n");

  @TempDir Path disk;
  private Path out;

  @BeforeEach
  void inMemory() {
    Configuration unix =
        Configuration.unix().toBuilder().setAttributeViews("basic", "posix").build();
    out = Jimfs.newFileSystem(unix).getPath("/srv/build/out");
  }

  @Test
  void writesEverything() throws Exception {
    assertWrites(FIRST);
    assertEquals(
        List.of("prod/index.json", "prod/nodes/a/run.sh", "prod/nodes/a/x.yaml", "prod/top.txt"),
        Trees.files(out));
    assertEquals("é\n", Files.readString(out.resolve("prod/top.txt")));
    assertEquals(Index.of(FIRST).toJson(), Files.readString(out.resolve("prod/index.json")));
  }

  @Test
  void setsModesOnARealDisk() throws Exception {
    assertEquals(List.of(), BundleWriter.write(FIRST, disk.resolve("o")));
    assertEquals("rwxr-xr-x", mode(disk.resolve("o/prod/nodes/a/run.sh")));
    assertEquals("rw-r--r--", mode(disk.resolve("o/prod/nodes/a/x.yaml")));
    Files.setPosixFilePermissions(
        disk.resolve("o/prod/nodes/a/run.sh"), PosixFilePermissions.fromString("rw-------"));
    assertEquals(List.of(), BundleWriter.write(FIRST, disk.resolve("o")));
    assertEquals("rwxr-xr-x", mode(disk.resolve("o/prod/nodes/a/run.sh")));
  }

  @Test
  void touchesNothingThatIsUpToDate() throws Exception {
    assertWrites(FIRST);
    FileTime longAgo = FileTime.fromMillis(1000);
    for (String file : Trees.files(out)) {
      Files.setLastModifiedTime(out.resolve(file), longAgo);
    }
    assertWrites(FIRST);
    for (String file : Trees.files(out)) {
      assertEquals(longAgo, Files.getLastModifiedTime(out.resolve(file)), file);
    }
  }

  @Test
  void removesWhatIsNoLongerProducedWithItsFolders() throws Exception {
    assertWrites(FIRST);
    Files.createDirectories(out.resolve("prod/mine"));
    assertWrites(Bundles.of("top.txt", "new\n"));
    assertEquals(List.of("prod/index.json", "prod/top.txt"), Trees.files(out));
    assertFalse(Files.exists(out.resolve("prod/nodes")));
    assertTrue(Files.exists(out.resolve("prod/mine")));
  }

  @Test
  void aFolderMayBecomeAFileAndBack() throws Exception {
    assertWrites(Bundles.of("a/b/c", "1", "d", "2"));
    assertWrites(Bundles.of("a", "3", "d/e", "4"));
    assertEquals(List.of("prod/a", "prod/d/e", "prod/index.json"), Trees.files(out));
    assertWrites(Bundles.of("a/b/c", "1", "d", "2"));
    assertEquals(List.of("prod/a/b/c", "prod/d", "prod/index.json"), Trees.files(out));
  }

  @Test
  void writesNothingIfSomebodyElsesFileIsInTheWay() throws Exception {
    mine("prod/nodes/a/x.yaml", "mine");
    assertFinds("compile/output-conflict: a file stands in the way that no index names as ours");
    assertEquals(List.of("prod/nodes/a/x.yaml"), Trees.files(out));
    assertEquals("mine", Files.readString(out.resolve("prod/nodes/a/x.yaml")));
  }

  @Test
  void writesNothingIfSomebodyElsesFileStandsWhereAFolderShallBe() throws Exception {
    mine("prod/nodes", "mine");
    assertFinds(
        "compile/output-conflict: a file stands where a folder shall be, and no index names it as"
            + " ours");
    assertEquals(List.of("prod/nodes"), Trees.files(out));
  }

  @Test
  void writesNothingIfSomebodyElsesFolderStandsWhereAFileShallBe() throws Exception {
    assertWrites(Bundles.of("top.txt/a", "1"));
    mine("prod/top.txt/b", "mine");
    assertFinds(
        "compile/output-conflict: a folder stands where a file shall be, with files that are not"
            + " ours");
    assertEquals(List.of("prod/index.json", "prod/top.txt/a", "prod/top.txt/b"), Trees.files(out));
  }

  @Test
  void leavesOtherFilesAlone() throws Exception {
    mine("prod/nodes/a/mine.yaml", "mine");
    mine("other.txt", "mine");
    assertWrites(FIRST);
    assertWrites(Bundles.of("top.txt", "new\n"));
    assertEquals(
        List.of("other.txt", "prod/index.json", "prod/nodes/a/mine.yaml", "prod/top.txt"),
        Trees.files(out));
  }

  @Test
  void doesNotOverwriteAnEditedFile() throws Exception {
    assertWrites(FIRST);
    Files.writeString(out.resolve("prod/top.txt"), "edited");
    assertFinds("compile/output-edited: the file was changed since it was written");
    assertEquals("edited", Files.readString(out.resolve("prod/top.txt")));
    Files.delete(out.resolve("prod/top.txt"));
    assertWrites(FIRST);
    assertEquals("é\n", Files.readString(out.resolve("prod/top.txt")));
  }

  @Test
  void reportsAnEditedFileThatIsNoLongerProduced() throws Exception {
    assertWrites(FIRST);
    Files.writeString(out.resolve("prod/nodes/a/x.yaml"), "edited");
    Bundle next = Bundles.of("top.txt", "new\n");
    assertEquals(
        List.of(
            "/srv/build/out/prod/nodes/a/x.yaml:1:1 warning compile/output-left: no longer"
                + " produced, but changed since it was written: left"),
        BundleWriter.write(next, out).stream().map(Diagnostic::toString).toList());
    assertEquals(
        List.of("prod/index.json", "prod/nodes/a/x.yaml", "prod/top.txt"), Trees.files(out));
    assertWrites(next);
  }

  @Test
  void refusesAnIndexThatItDidNotWrite() throws Exception {
    mine("prod/index.json", "{\"files\": [{\"path\": \"../../secret\"}]}");
    assertFinds("compile/output-index: not an index that Strake wrote, so nothing here is known");
    assertEquals(List.of("prod/index.json"), Trees.files(out));
  }

  @Test
  void followsNoLink() throws Exception {
    Path outside = Files.createDirectory(disk.resolve("outside"));
    for (String link :
        List.of("prod", "prod/nodes", "prod/nodes/a", "prod/top.txt", "prod/index.json")) {
      out = Files.createTempDirectory(disk, "out");
      Path at = out.resolve(link);
      Files.createDirectories(at.getParent());
      Files.createSymbolicLink(at, outside);
      assertFinds(
          "compile/output-link: a symbolic link stands in the output, and none is followed");
      assertEquals(List.of(), Trees.files(outside), link);
      assertTrue(Files.isSymbolicLink(at), link);
    }
    Files.writeString(outside.resolve("x.yaml"), "theirs");
    out = Files.createTempDirectory(disk, "out");
    assertWrites(FIRST);
    // Our own folder, replaced by a link to one with files of the same names.
    Trees.delete(out.resolve("prod/nodes/a"));
    Files.createSymbolicLink(out.resolve("prod/nodes/a"), outside);
    List<Diagnostic> findings = BundleWriter.write(Bundles.of("top.txt", "n"), out);
    assertEquals("compile/output-link", findings.get(0).code().id());
    assertEquals("theirs", Files.readString(outside.resolve("x.yaml")));
  }

  @Test
  void theOutputFolderItselfMayBeALink() throws Exception {
    Path real = Files.createDirectory(disk.resolve("real"));
    out = Files.createSymbolicLink(disk.resolve("link"), real);
    assertWrites(FIRST);
    assertTrue(Files.exists(real.resolve("prod/top.txt")));
  }

  @Test
  void stagesOnlyInAFolderOfItsOwn() throws Exception {
    mine(".strake-staging-prod/notes.txt", "mine");
    assertFinds("compile/output-conflict: this folder is needed, and something else is in it");
    assertEquals(List.of(".strake-staging-prod/notes.txt"), Trees.files(out));
  }

  @Test
  void saysWhatCannotBeWritten() throws Exception {
    Files.createDirectories(out.getParent());
    Files.writeString(out, "a file");
    List<Diagnostic> findings = BundleWriter.write(FIRST, out);
    assertEquals("compile/output-unwritable", findings.get(0).code().id());
    assertTrue(findings.get(0).message().contains("FileAlreadyExistsException"));
  }

  @Test
  void aReadOnlyFolderIsAFinding() throws Exception {
    out = Files.createDirectory(disk.resolve("readonly"));
    Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("r-xr-xr-x"));
    Assumptions.assumeFalse(Files.isWritable(out), "root may write anywhere");
    assertFinds("compile/output-unwritable: cannot write: AccessDeniedException");
  }

  private void mine(String path, String text) throws IOException {
    Files.createDirectories(out.resolve(path).getParent());
    Files.writeString(out.resolve(path), text);
  }

  private void assertWrites(Bundle bundle) {
    assertEquals(List.of(), BundleWriter.write(bundle, out));
  }

  private void assertFinds(String expected) {
    List<String> findings =
        BundleWriter.write(FIRST, out).stream().map(d -> d.code() + ": " + d.message()).toList();
    assertEquals(List.of(expected), findings);
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
