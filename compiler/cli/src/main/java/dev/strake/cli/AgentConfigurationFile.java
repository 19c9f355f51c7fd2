package dev.strake.cli;

import dev.strake.Compilation;
import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.report.Coverage;
import dev.strake.report.Findings;
import dev.strake.source.SourceFile;
import dev.strake.sync.configuration.AgentConfiguration;
import dev.strake.sync.configuration.AgentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * An agent's configuration, read.
 *
 * @param text as it was written
 */
record AgentConfigurationFile(String text, Checked<AgentConfiguration> configuration) {

  static final String OPTION = "--config";

  private static final long LARGEST = 1L << 20;

  /**
   * @throws ParameterException if there is no such file: exit code 2
   */
  static AgentConfigurationFile read(CommandSpec spec, Path path) {
    try {
      if (Files.size(path) > LARGEST) {
        throw new ParameterException(
            spec.commandLine(), OPTION + ": " + path + " has more than " + LARGEST + " bytes");
      }
      SourceFile file = SourceFile.decode(path.toString(), Files.readAllBytes(path));
      return new AgentConfigurationFile(file.text(), AgentFile.read(file));
    } catch (IOException e) {
      throw new ParameterException(spec.commandLine(), OPTION + ": " + path + " cannot be read", e);
    }
  }

  /** Prints what is wrong with it. */
  static int report(FindingOptions options, List<Diagnostic> diagnostics) {
    return options.report(
        new Compilation(List.of(), Findings.of(diagnostics, new Coverage(1, 1, 0, 0, 0, 0))));
  }
}
