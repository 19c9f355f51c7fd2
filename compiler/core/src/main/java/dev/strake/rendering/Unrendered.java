package dev.strake.rendering;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceFile;
import java.util.List;

/** What is said of everything that there is no tool for. */
public final class Unrendered {

  static final Code NOT_RENDERED = Code.error("compile/not-rendered");

  private Unrendered() {}

  /**
   * One finding for all, at the first.
   *
   * @param title of one of them, with its article
   * @param command that would do it
   * @param markers the files that mark them, in order; at least one
   * @param reason why not
   */
  public static Diagnostic of(
      String title, String command, List<SourceFile> markers, String reason) {
    int others = markers.size() - 1;
    Diagnostic finding =
        Diagnostic.of(
                NOT_RENDERED,
                markers.get(0).beginning(),
                "%s is not rendered, so that nothing of it is checked or compiled: %s"
                    .formatted(title, reason))
            .withHelp(
                "keep what %s prints among the sources, or name the folder in .strakeignore"
                    .formatted(command));
    for (SourceFile other : markers.subList(1, others + 1)) {
      finding = finding.withRelated(other.beginning(), "nor is this one");
    }
    return finding;
  }
}
