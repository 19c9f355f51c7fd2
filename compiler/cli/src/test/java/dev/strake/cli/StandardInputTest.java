package dev.strake.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardInputTest {

  private static final String BROKEN =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {ports: [{port: 99999}]}
      """;

  private final InputStream before = System.in;

  @TempDir private Path folder;

  @AfterEach
  void giveBack() {
    System.setIn(before);
  }

  private static void pipe(String text) {
    System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsPipedInIsOneMoreFile() throws IOException {
    pipe(BROKEN);
    Path file = folder.resolve("web.yaml");
    Files.writeString(file, BROKEN.replace("Service", "Servce"));

    CommandRun run = CommandRun.of("validate", "-", file.toString());

    assertEquals(ExitCode.FINDINGS, run.exitCode(), run.out());
    assertTrue(run.out().contains("--> stdin:4:23\n"), run.out());
    assertTrue(run.out().contains("--> web.yaml:2:7\n"), run.out());
    assertTrue(run.out().contains(" in 2 files, 2 documents, 2 objects"), run.out());
  }

  @Test
  void nothingPipedInIsNothingToFind() {
    pipe("");

    CommandRun run = CommandRun.of("validate", "-");

    assertEquals(ExitCode.CLEAN, run.exitCode());
    assertEquals("No findings in 1 file\n", run.out());
  }

  @Test
  void aRevisionKnowsNothingOfIt() {
    CommandRun run = CommandRun.of("validate", "-", "--new-since", "main");

    assertEquals(ExitCode.USAGE, run.exitCode());
    assertTrue(run.err().contains("--new-since compares one PATH"), run.err());
  }
}
