package dev.strake.helm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.CompileRequest;
import dev.strake.Compiler;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.policy.PolicySelection;
import dev.strake.source.InMemoryTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarArchiveTest {

  @TempDir Path folder;

  @Test
  void readsWhatTarWrites() throws Exception {
    String deep = "web/" + "a-long-name-of-a-folder/".repeat(12) + "values.yaml";
    write("web/Chart.yaml", "name: web\n");
    write("web/größe.yaml", "x".repeat(1000));
    write("web/empty", "");
    write("web/exactly-one-block", "y".repeat(512));
    write(deep, "deep");
    Files.createSymbolicLink(folder.resolve("web/link"), Path.of("Chart.yaml"));

    for (String format : List.of("pax", "gnu")) {
      SortedMap<String, byte[]> files = TarArchive.unpack(tar(format), 1 << 20);

      assertEquals(
          List.of("web/Chart.yaml", deep, "web/empty", "web/exactly-one-block", "web/größe.yaml")
              .stream()
              .sorted()
              .toList(),
          List.copyOf(files.keySet()),
          format);
      assertArrayEquals(
          "name: web\n".getBytes(StandardCharsets.UTF_8), files.get("web/Chart.yaml"));
      assertEquals(1000, files.get("web/größe.yaml").length);
      assertEquals(0, files.get("web/empty").length);
      assertEquals("deep", new String(files.get(deep), StandardCharsets.UTF_8));
    }
  }

  @Test
  void anArchiveOfZerosIsNotUnpacked() throws IOException {
    byte[] bomb = gzip(header("zeros", 1L << 30), new byte[1 << 20]);

    IOException e = assertThrows(IOException.class, () -> TarArchive.unpack(bomb, 1 << 20));

    assertEquals("it holds too much", e.getMessage());
  }

  @Test
  void brokenArchivesAreRefused() throws IOException {
    byte[] good = gzip(header("a", 600), new byte[1024]);
    assertEquals(List.of("a"), List.copyOf(TarArchive.unpack(good, 1000).keySet()));

    for (byte[] broken :
        List.of(
            new byte[0],
            new byte[] {31, (byte) 139},
            "plain text".getBytes(StandardCharsets.UTF_8),
            Arrays.copyOf(good, good.length / 2),
            gzip(header("short", 600), new byte[10]),
            gzip(header("text", -1), new byte[512]))) {
      assertThrows(IOException.class, () -> TarArchive.unpack(broken, 1000));
    }
  }

  @Test
  void filesOfArchivesStayInTheirFolder() throws IOException {
    for (String name : List.of("../x", "/x", "a/../../x", "a//x", "./x", "a\\x")) {
      byte[] archive = gzip(header(name, 1), new byte[512]);
      InMemoryTree tree =
          InMemoryTree.of("web/Chart.yaml", "name: web\n").with("web/charts/a.tgz", archive);

      List<Diagnostic> findings =
          new Compiler(List.of())
              .compile(
                  new CompileRequest(
                      tree,
                      LocalDate.of(2026, 1, 1),
                      PolicySelection.profile("none"),
                      Optional.empty()))
              .findings()
              .diagnostics();

      assertEquals(1, findings.size(), name);
      assertEquals("compile/not-a-chart", findings.get(0).code().id());
      assertEquals("web/charts/a.tgz", findings.get(0).range().file().path());
      assertTrue(findings.get(0).message().contains("lie elsewhere"), findings.toString());
    }
  }

  private static byte[] gzip(byte[]... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      for (byte[] part : parts) {
        out.write(part);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] header(String name, long size) {
    byte[] header = new byte[512];
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(text, 0, header, 0, text.length);
    String octal = size < 0 ? "not octal!!" : "%011o".formatted(size);
    System.arraycopy(octal.getBytes(StandardCharsets.US_ASCII), 0, header, 124, 11);
    header[156] = '0';
    return header;
  }

  private byte[] tar(String format) throws IOException, InterruptedException {
    Path archive = folder.resolve(format + ".tgz");
    Process tar =
        new ProcessBuilder(
                "tar",
                "--format=" + format,
                "-czf",
                archive.toString(),
                "-C",
                folder.toString(),
                "web")
            .inheritIO()
            .start();
    assertEquals(0, tar.waitFor());
    return Files.readAllBytes(archive);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
