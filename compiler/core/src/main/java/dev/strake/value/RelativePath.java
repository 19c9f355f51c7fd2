package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * A file or directory of the cluster's repository, relative to the directory of the cluster.yaml,
 * with {@code /} between its parts. It cannot leave that directory by its words; links are the
 * source loader's concern.
 */
public record RelativePath(String text) implements Comparable<RelativePath> {

  private static final int LONGEST = 1024;

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public RelativePath {
    Names.require(text, problem(text));
  }

  public static Parsed<RelativePath> parse(String text) {
    return Names.named(text, "a path in the repository", problem(text), RelativePath::new);
  }

  private static @Nullable String problem(String text) {
    if (text.isEmpty()) {
      return "it is empty";
    }
    if (text.startsWith("/")) {
      return "it starts with '/'";
    }
    if (text.indexOf('\\') >= 0) {
      return "it has a '\\', and parts are divided by '/'";
    }
    return AbsolutePath.segmentsProblem(text, LONGEST);
  }

  @Override
  public int compareTo(RelativePath other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
