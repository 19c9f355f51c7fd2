package dev.strake.generate.loadbalancer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A program that has run.
 *
 * @param output what it said, errors included
 */
record Program(int exitCode, String output) {

  private static final long LIMIT_SECONDS = 60;

  static Program run(String... command) throws Exception {
    Path output = Files.createTempFile("program", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(String.join(" ", command) + " does not end");
      }
      byte[] said = Files.readAllBytes(output);
      return new Program(process.exitValue(), new String(said, StandardCharsets.UTF_8));
    } finally {
      Files.delete(output);
    }
  }

  /** Runs a program that must not fail. */
  static String expect(String... command) throws Exception {
    Program done = run(command);
    if (done.exitCode != 0) {
      throw new AssertionError(
          "%s: exit code %d%n%s".formatted(String.join(" ", command), done.exitCode, done.output));
    }
    return done.output;
  }

  /** Skips the tests that need a program which is not there, and says so. */
  static void assumeInstalled(String... command) {
    boolean present;
    try {
      present = run(command).exitCode == 0;
    } catch (IOException e) {
      present = false;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    skipUnless(present, "no " + command[0] + " on this machine; what it would say is not proven");
  }

  static void skipUnless(boolean condition, String problem) {
    if (!condition) {
      System.err.println("SKIPPED: " + problem);
    }
    Assumptions.assumeTrue(condition, problem);
  }
}
