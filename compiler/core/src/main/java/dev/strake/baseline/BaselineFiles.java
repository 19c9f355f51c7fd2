package dev.strake.baseline;

import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceEntry;
import dev.strake.source.SourceFile;
import dev.strake.source.WorkingTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a baseline that somebody names by its path. */
public final class BaselineFiles {

  private BaselineFiles() {}

  /**
   * The baseline in a file.
   *
   * @param refusal makes a failure of a sentence that says what is wrong
   * @throws X if the file cannot be read or is no baseline
   */
  public static <X extends Exception> Baseline open(Path path, Function<String, X> refusal)
      throws X {
    Optional<WorkingTree> tree = WorkingTree.open(path);
    List<SourceEntry> entries = tree.map(WorkingTree::entries).orElse(List.of());
    // A folder has as many entries as it likes, but none of its own name.
    if (entries.size() != 1 || !entries.get(0).path().equals(tree.orElseThrow().startPath())) {
      throw refusal.apply("%s is not a file that can be read".formatted(path));
    }
    SourceEntry entry = entries.get(0);
    Checked<Baseline> read =
        entry
            .read()
            .match(
                bytes -> BaselineReader.read(SourceFile.decode(entry.path(), bytes)),
                reason -> Checked.failed(List.of()));
    Optional<Baseline> baseline = read.asOptional();
    if (baseline.isEmpty()) {
      throw refusal.apply(
          read.diagnostics().isEmpty()
              ? "%s was not read".formatted(path)
              : mistake(read.diagnostics().get(0)));
    }
    return baseline.get();
  }

  private static String mistake(Diagnostic first) {
    String help = first.help() == null ? "" : "; " + first.help();
    return "%s: %s%s".formatted(first.range(), first.message(), help);
  }
}
