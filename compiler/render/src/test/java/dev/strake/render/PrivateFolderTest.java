package dev.strake.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateFolderTest {

  @TempDir Path parent;

  @Test
  void nobodyElseCanReadItAndItIsGoneInTheEnd() throws IOException {
    Path path;
    try (PrivateFolder folder = PrivateFolder.in(parent)) {
      path = folder.path();
      folder.write(Map.of("a/b.yaml", new byte[] {1}));
      Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
      Files.createFile(elsewhere.resolve("kept"));
      Files.createSymbolicLink(path.resolve("link"), elsewhere);

      assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
      assertEquals(1, Files.size(path.resolve("a/b.yaml")));
    }

    assertFalse(Files.exists(path));
    assertEquals(true, Files.exists(parent.resolve("elsewhere/kept")), "links are not followed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "a/../../x", "/x", "", "a/..", "./x"})
  void aPathThatLeadsOutIsABug(String name) {
    try (PrivateFolder folder = PrivateFolder.in(parent)) {
      Map<String, byte[]> files = Map.of(name, new byte[0]);
      assertThrows(IllegalArgumentException.class, () -> folder.write(files));
    }
  }
}
