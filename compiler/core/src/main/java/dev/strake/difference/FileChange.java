package dev.strake.difference;

import dev.strake.bundle.Artifact;
import org.jspecify.annotations.Nullable;

/**
 * A file of the output that is not what it was.
 *
 * @param cluster whose folder it is in
 * @param before null if it was not there
 * @param after null if it is gone; never null together with {@code before}
 */
public record FileChange(String cluster, @Nullable Artifact before, @Nullable Artifact after) {

  /** How a file changed. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  public Kind kind() {
    if (before == null) {
      return Kind.ADDED;
    }
    return after == null ? Kind.REMOVED : Kind.CHANGED;
  }

  /** From the root of the output. */
  public String path() {
    Artifact either = after == null ? before : after;
    return cluster + "/" + (either == null ? "" : either.path());
  }
}
