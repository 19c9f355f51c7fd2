package dev.strake.cli;

import dev.strake.Compilation;
import dev.strake.CompileRequest;
import dev.strake.Compiler;
import dev.strake.baseline.Baseline;
import dev.strake.baseline.BaselineReader;
import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceEntry;
import dev.strake.source.SourceFile;
import dev.strake.source.WorkingTree;
import java.nio.file.Path;
import java.util.List;
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
    return path().map(this::read);
  }

  private Baseline read(Path path) {
    Optional<WorkingTree> tree = WorkingTree.open(path);
    List<SourceEntry> entries = tree.map(WorkingTree::entries).orElse(List.of());
    // A folder has as many entries as it likes, but none of its own name.
    if (entries.size() != 1 || !entries.get(0).path().equals(tree.orElseThrow().startPath())) {
      throw usage("%s is not a file that can be read".formatted(path));
    }
    SourceEntry entry = entries.get(0);
    return entry
        .read()
        .match(
            bytes -> read(SourceFile.decode(entry.path(), bytes)),
            reason -> {
              throw usage("%s was not read: %s".formatted(path, reason));
            });
  }

  private Baseline read(SourceFile text) {
    Checked<Baseline> read = BaselineReader.read(text);
    return read.asOptional().orElseThrow(() -> usage(mistake(read.diagnostics().get(0))));
  }

  private static String mistake(Diagnostic first) {
    String help = first.help() == null ? "" : "; " + first.help();
    return "%s: %s%s".formatted(first.range(), first.message(), help);
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
