package dev.strake.cli;

import dev.strake.bundle.OutputFile;
import dev.strake.report.Ansi;
import dev.strake.report.Findings;
import dev.strake.report.ReportFormat;
import dev.strake.report.ReportSettings;
import dev.strake.report.ReportTarget;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reports in files, beside the one on standard output. */
final class ReportFiles {

  private static final String OPTION = "--output";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec mixee;

  @Option(
      names = OPTION,
      paramLabel = "[FORMAT=]FILE",
      description =
          "Also writes a report to FILE: in FORMAT, else by its ending .sarif, .json, .xml (junit) or .txt. Its folder has to be there; a file that is there is replaced. May be repeated.")
  private List<String> outputs = List.of();

  private record Destination(ReportFormat format, OutputFile file) {}

  /** Where the reports go, for whoever reads the folder. */
  List<Path> paths() {
    return destinations().stream().map(destination -> destination.file().path()).toList();
  }

  /**
   * Called before the work begins.
   *
   * @throws ParameterException if a file cannot be written or two reports share one: exit code 2
   */
  void validate() {
    Set<Path> taken = new HashSet<>();
    for (Path path : paths()) {
      if (!taken.add(path.toAbsolutePath().normalize())) {
        throw usage("%s: %s is named twice".formatted(OPTION, path));
      }
    }
  }

  /**
   * Writes all of them, without colours.
   *
   * @throws ParameterException if one was not written: exit code 2
   */
  void write(Findings findings, ReportSettings settings) {
    ReportSettings plain = settings.with(Ansi.OFF);
    for (Destination destination : destinations()) {
      OutputFile file = destination.file();
      file.write(destination.format().render(findings, plain))
          .ifPresent(
              reason -> {
                throw usage("%s: cannot write %s: %s".formatted(OPTION, file.path(), reason));
              });
    }
  }

  private List<Destination> destinations() {
    List<Destination> destinations = new ArrayList<>();
    for (String output : outputs) {
      destinations.add(
          ReportTarget.parse(output)
              .match(
                  target ->
                      new Destination(target.format(), outputFile(mixee, OPTION, target.file())),
                  bad -> {
                    throw usage("%s: '%s' is not %s".formatted(OPTION, output, bad.reason()));
                  }));
    }
    return destinations;
  }

  /**
   * A file that an option names.
   *
   * @throws ParameterException if it cannot be written: exit code 2
   */
  static OutputFile outputFile(CommandSpec command, String option, String file) {
    try {
      return OutputFile.at(Path.of(file))
          .match(
              ok -> ok,
              bad -> {
                throw new ParameterException(
                    command.commandLine(),
                    "%s: '%s' is not %s".formatted(option, file, bad.reason()));
              });
    } catch (InvalidPathException e) {
      throw new ParameterException(
          command.commandLine(), "%s: '%s' is not a path".formatted(option, file), e);
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(mixee.commandLine(), message);
  }
}
