package dev.strake.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The program. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the JVM with its {@link ExitCode}. */
  public static void main(String[] args) {
    // The platform's encoding may be ASCII, and findings quote what users wrote.
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int exitCode = commandLine(out, err).execute(args);
    out.flush();
    err.flush();
    System.exit(exitCode);
  }

  /** The commands, printing to the given writers; for tests too. */
  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return new CommandLine(new StrakeCommand())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new BugReport());
  }
}
