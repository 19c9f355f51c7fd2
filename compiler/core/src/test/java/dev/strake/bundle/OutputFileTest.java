package dev.strake.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.value.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

  @TempDir private Path folder;

  private static String reason(Path path) {
    return OutputFile.at(path).match(file -> "none", Parsed.Bad::reason);
  }

  private static Optional<String> write(Path path, String text) {
    return OutputFile.at(path).orThrow().write(text);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFileIsMadeOrReplacedAsAWhole() throws IOException {
    Path file = folder.resolve("out.sarif");

    assertEquals(Optional.empty(), write(file, "a longer text, ä\n"));
    assertEquals("a longer text, ä\n", Files.readString(file));
    Object before = Files.getAttribute(file, "unix:ino");
    assertEquals(Optional.empty(), write(file, "short\n"));

    assertEquals("short\n", Files.readString(file));
    assertFalse(before.equals(Files.getAttribute(file, "unix:ino")), "it was written in place");
    assertEquals(List.of("out.sarif"), names());
  }

  @Test
  void theFolderHasToBeThere() {
    Path file = folder.resolve("missing/out.xml");

    assertEquals(
        "a file that can be written: there is no folder " + file.getParent(), reason(file));
  }

  @Test
  void foldersAndLinksAreRefused() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "mine");
    Path link = Files.createSymbolicLink(folder.resolve("out.xml"), target);
    Path dangling = Files.createSymbolicLink(folder.resolve("new.xml"), folder.resolve("nowhere"));

    assertEquals("a file that can be written: it is a folder", reason(folder));
    assertEquals("a file that can be written: it is a link, and none is followed", reason(link));
    assertEquals(
        "a file that can be written: it is a link, and none is followed", reason(dangling));
    assertEquals("mine", Files.readString(target));
  }

  @Test
  void devicesAreRefused() {
    assertTrue(reason(Path.of("/dev/null")).startsWith("a file that can be written: it"));
  }

  @Test
  void aLinkThatCameSinceIsReplacedAndNotFollowed() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "mine");
    Path file = folder.resolve("out.xml");
    OutputFile output = OutputFile.at(file).orThrow();
    Files.createSymbolicLink(file, target);

    assertEquals(Optional.empty(), output.write("new"));

    assertEquals("mine", Files.readString(target));
    assertEquals("new", Files.readString(file));
    assertFalse(Files.isSymbolicLink(file));
  }

  @Test
  void whatAKilledRunLeftIsNoObstacleButALinkThereIs() throws IOException {
    Path file = folder.resolve("out.xml");
    Path aside = Files.writeString(folder.resolve(".strake-writing-out.xml.tmp"), "half");

    assertEquals(Optional.empty(), write(file, "whole"));
    assertEquals(List.of("out.xml"), names());

    Path target = Files.writeString(folder.resolve("target"), "mine");
    Files.createSymbolicLink(aside, target);
    assertTrue(write(file, "new").isPresent());
    assertEquals("mine", Files.readString(target));
    assertEquals("whole", Files.readString(file));
  }

  @Test
  void whatCannotBeWrittenIsSaid() throws IOException {
    OutputFile output = OutputFile.at(folder.resolve("sub.xml")).orThrow();
    Files.createDirectories(folder.resolve("sub.xml/in"));

    assertTrue(output.write("new").isPresent());
  }
}
