package dev.strake.render;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that strangers' files are given to. It sees no variable of ours, reads nothing from us,
 * and is ended, with all that it has started, when it takes more than its {@link Bounds}.
 */
final class ChildProcess {

  /** What a program finds where paths are asked for: it can start nothing, and has no home. */
  private static final String NOWHERE = "/nonexistent";

  // The port is one that nobody can listen to: a fetch that was overlooked comes to nothing.
  private static final String NO_PROXY_THERE = "http://127.0.0.1:0";

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PATH", NOWHERE,
          "HOME", NOWHERE,
          "LC_ALL", "C",
          "HTTP_PROXY", NO_PROXY_THERE,
          "HTTPS_PROXY", NO_PROXY_THERE);

  private static final Path SHELL = Path.of("/bin/sh");

  /** The limits that only the system can set; what it cannot set is left to the clock. */
  private static final String LIMITED =
      "ulimit -c 0; ulimit -v %s 2>/dev/null; ulimit -f %s 2>/dev/null; exec \"$@\"";

  private static final int LONGEST_COMPLAINT = 64 * 1024;

  /** How long output may stay open when the program has ended. */
  private static final Duration LEFTOVERS = Duration.ofSeconds(2);

  private ChildProcess() {}

  /**
   * How a program ended.
   *
   * @param output all of its standard output
   * @param complaint the beginning of its standard error
   * @param problem why it was ended; empty if it ended by itself
   */
  record Outcome(int exitCode, String output, String complaint, String problem) {

    boolean succeeded() {
      return exitCode == 0 && problem.isEmpty();
    }
  }

  /**
   * Runs a program to its end.
   *
   * @param folder that it works in
   * @param more variables beside those that every program gets
   */
  static Outcome run(List<String> command, Path folder, Map<String, String> more, Bounds bounds) {
    ProcessBuilder builder = new ProcessBuilder(limited(command, bounds));
    builder.directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(ENVIRONMENT);
    builder.environment().putAll(more);
    builder.redirectInput(ProcessBuilder.Redirect.from(nothing()));
    try {
      return outcome(builder.start(), bounds);
    } catch (IOException e) {
      return new Outcome(-1, "", "", "it could not be started: " + e.getMessage());
    }
  }

  private static File nothing() {
    Path device = Path.of("/dev/null");
    return Files.exists(device) ? device.toFile() : new File("NUL");
  }

  private static List<String> limited(List<String> command, Bounds bounds) {
    if (!Files.isExecutable(SHELL)) {
      return command;
    }
    String limits = LIMITED.formatted(bounds.memoryKibibytes(), bounds.fileBlocks());
    List<String> whole = new ArrayList<>(List.of(SHELL.toString(), "-c", limits, "sh"));
    whole.addAll(command);
    return whole;
  }

  private static Outcome outcome(Process process, Bounds bounds) {
    OutputReader output = OutputReader.start(process.getInputStream(), bounds.outputBytes());
    OutputReader complaint = OutputReader.start(process.getErrorStream(), LONGEST_COMPLAINT);
    output.whenTooLong(() -> end(process));
    String problem = "";
    try {
      if (!process.waitFor(bounds.time().toMillis(), TimeUnit.MILLISECONDS)) {
        problem = "it took longer than %s seconds".formatted(bounds.time().toSeconds());
        end(process);
      }
      // What it left behind may keep its output open, and has nothing more to say.
      boolean whole = output.isAtEndWithin(LEFTOVERS) && complaint.isAtEndWithin(LEFTOVERS);
      if (!whole) {
        end(process);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      problem = "it was interrupted";
      end(process);
    }
    if (output.isTooLong()) {
      problem = "it printed more than %s bytes".formatted(bounds.outputBytes());
    }
    int exitCode = problem.isEmpty() ? process.exitValue() : -1;
    return new Outcome(exitCode, output.text(), complaint.text(), problem);
  }

  /** With all that it has started; this closes its output as well. */
  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
