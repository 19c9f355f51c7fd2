package dev.strake.cli;

import dev.strake.Compilation;
import dev.strake.CompileRequest;
import dev.strake.Compiler;
import dev.strake.baseline.Baseline;
import dev.strake.baseline.BaselineFiles;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What was found before, and is not reported again. */
final class KnownFindings {

  private static final String OPTION = "--baseline";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec mixee;

  @Option(
      names = OPTION,
      paramLabel = "FILE",
      description =
          "Counts the findings that this file knows, instead of reporting them. validate --write-baseline makes one. Errors of the compiler are reported all the same.")
  private @Nullable Path file;

  /** The file, if there is one: it is no source. */
  Optional<Path> path() {
    return Optional.ofNullable(file);
  }

  /**
   * Called before the work begins.
   *
   * @throws ParameterException if the file cannot be read or is no baseline: exit code 2
   */
  Optional<Baseline> read() {
    return path().map(known -> BaselineFiles.open(known, this::usage));
  }

  /** Without what is known, and with what of the file is of no use. */
  static Compilation apply(
      Optional<Baseline> known, Compilation found, Compiler compiler, CompileRequest request) {
    return known
        .map(baseline -> found.without(baseline, entry -> compiler.looksFor(entry, request)))
        .orElse(found);
  }

  private ParameterException usage(String message) {
    return new ParameterException(mixee.commandLine(), OPTION + ": " + message);
  }
}
