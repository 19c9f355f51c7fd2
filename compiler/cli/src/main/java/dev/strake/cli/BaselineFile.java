package dev.strake.cli;

import dev.strake.baseline.Baseline;
import dev.strake.baseline.BaselineReader;
import dev.strake.bundle.OutputFile;
import dev.strake.report.Findings;
import dev.strake.source.SourceFile;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Where a new baseline goes. */
final class BaselineFile {

  static final String OPTION = "--write-baseline";

  private final CommandSpec command;
  private final OutputFile file;

  /**
   * @throws ParameterException if the file cannot be written: exit code 2
   */
  BaselineFile(CommandSpec command, String path) {
    this.command = command;
    this.file = ReportFiles.outputFile(command, OPTION, path);
  }

  Path path() {
    return file.path();
  }

  /**
   * Writes what of the findings a baseline may know, and says so on standard error.
   *
   * @return what was written
   * @throws ParameterException if it was not: exit code 2
   */
  Baseline write(Findings findings) {
    String text = Baseline.text(findings);
    file.write(text)
        .ifPresent(
            reason -> {
              throw new ParameterException(
                  command.commandLine(),
                  "%s: cannot write %s: %s".formatted(OPTION, file.path(), reason));
            });
    long written = findings.diagnostics().stream().filter(Baseline::mayHide).count();
    long others = findings.each().size() - written;
    command
        .commandLine()
        .getErr()
        .println(
            "strake: findings written to %s: %s%s"
                .formatted(
                    file.path(),
                    written,
                    others == 0 ? "" : "; not written, as no baseline hides them: " + others));
    return BaselineReader.read(SourceFile.of(file.path().toString(), text))
        .asOptional()
        .orElseThrow();
  }
}
