package dev.strake.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** An exception that reaches the command line is a mistake of Strake's, or a broken machine. */
final class BugReport implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine commandLine, ParseResult parsed) {
    commandLine.getErr().println("strake: this should not have happened; please report it with:");
    exception.printStackTrace(commandLine.getErr());
    return ExitCode.USAGE;
  }
}
