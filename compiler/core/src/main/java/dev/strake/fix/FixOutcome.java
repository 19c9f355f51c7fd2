package dev.strake.fix;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.report.Findings;
import dev.strake.source.SourceFile;
import java.util.List;

/**
 * What came of fixing a tree.
 *
 * @param files that have a new text, by path
 * @param applied findings whose fixes were applied, at the places where they were found
 * @param left findings that have a fix which was not applied
 * @param before what was found at first
 * @param remaining what is found afterwards
 */
public record FixOutcome(
    List<ChangedFile> files,
    List<Diagnostic> applied,
    List<Left> left,
    Findings before,
    Findings remaining) {

  public FixOutcome {
    files = List.copyOf(files);
    applied = List.copyOf(applied);
    left = List.copyOf(left);
  }

  /** A file with the text that it had and the one that it is to have. */
  public record ChangedFile(SourceFile before, String after) {
    public String path() {
      return before.path();
    }
  }

  /**
   * A finding whose fix was not applied.
   *
   * @param reason a clause: "the file is not below what was named"
   */
  public record Left(Diagnostic finding, String reason) {}
}
