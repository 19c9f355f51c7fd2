package dev.strake.fix;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Fix;
import dev.strake.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Applies edits to the texts that their ranges are of. */
final class EditedTexts {

  private static final Comparator<Fix.Edit> FROM_THE_END =
      Comparator.<Fix.Edit>comparingInt(edit -> edit.range().start()).reversed();

  private EditedTexts() {}

  static List<Fix.Edit> edits(Diagnostic finding) {
    return Objects.requireNonNull(finding.fix()).edits();
  }

  /**
   * The new texts, by path.
   *
   * @param findings whose fixes have no place in common
   */
  static Map<String, String> of(List<Diagnostic> findings) {
    Map<SourceFile, List<Fix.Edit>> byFile = new HashMap<>();
    for (Diagnostic finding : findings) {
      for (Fix.Edit edit : edits(finding)) {
        byFile.computeIfAbsent(edit.range().file(), file -> new ArrayList<>()).add(edit);
      }
    }
    Map<String, String> texts = new TreeMap<>();
    byFile.forEach((file, edits) -> texts.put(file.path(), apply(file, edits)));
    return texts;
  }

  private static String apply(SourceFile file, List<Fix.Edit> edits) {
    StringBuilder text = new StringBuilder(file.text());
    edits.stream()
        .sorted(FROM_THE_END)
        .forEach(edit -> text.replace(edit.range().start(), edit.range().end(), edit.text()));
    return text.toString();
  }
}
