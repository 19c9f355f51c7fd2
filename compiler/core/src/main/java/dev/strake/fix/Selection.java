package dev.strake.fix;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Fix;
import dev.strake.source.SourceRange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Findings whose fixes can be applied together. Their edits have no place in common, and of those
 * that add or remove lines there is one an object: a second one may count on what the first took.
 */
final class Selection {

  private final List<Diagnostic> chosen = new ArrayList<>();
  private final List<SourceRange> taken = new ArrayList<>();
  private final Set<Object> reshaped = new HashSet<>();

  /** Of several findings the first ones that go together. */
  static List<Diagnostic> of(List<Diagnostic> findings) {
    Selection selection = new Selection();
    findings.forEach(selection::add);
    return selection.chosen;
  }

  private void add(Diagnostic finding) {
    List<Fix.Edit> edits = EditedTexts.edits(finding);
    boolean free = edits.stream().noneMatch(edit -> taken.stream().anyMatch(t -> meet(t, edit)));
    boolean shapes = edits.stream().anyMatch(Selection::reshapes);
    if (free && (!shapes || reshaped.add(place(finding)))) {
      edits.forEach(edit -> taken.add(edit.range()));
      chosen.add(finding);
    }
  }

  private static Object place(Diagnostic finding) {
    return finding.object() == null ? finding.range().file().path() : finding.object();
  }

  private static boolean reshapes(Fix.Edit edit) {
    return edit.range().start() == edit.range().end()
        || edit.text().isEmpty()
        || edit.range().text().indexOf('\n') >= 0;
  }

  /** Whether they overlap or touch. */
  private static boolean meet(SourceRange taken, Fix.Edit edit) {
    return taken.file() == edit.range().file()
        && taken.start() <= edit.range().end()
        && edit.range().start() <= taken.end();
  }
}
