package dev.strake.generate.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** What a program said, on both streams together, and how it ended. */
record ToolRun(int status, String said) {

  private static final int PATIENCE_SECONDS = 180;

  static ToolRun of(String... words) throws Exception {
    return of(List.of(words));
  }

  static ToolRun of(List<String> words) throws Exception {
    Path output = Files.createTempFile("strake-run", ".txt");
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
        throw new AssertionError("did not end: " + words + "\n" + Files.readString(output));
      }
      return new ToolRun(
          process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
    } finally {
      Files.delete(output);
    }
  }

  /** Skips the test where a program is missing; .ci/run installs all of them. */
  static void assumeInstalled(String... programs) {
    for (String program : programs) {
      Assumptions.assumeTrue(isInstalled(program), program + " is not installed");
    }
  }

  private static boolean isInstalled(String program) {
    try {
      return of("bash", "-c", "command -v " + program).status() == 0;
    } catch (IOException e) {
      return false;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
