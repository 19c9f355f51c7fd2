package dev.strake.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command printed and answered.
 *
 * @param out standard output
 * @param err standard error
 */
record CommandRun(int exitCode, String out, String err) {

  static CommandRun of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true)).execute(args);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }
}
