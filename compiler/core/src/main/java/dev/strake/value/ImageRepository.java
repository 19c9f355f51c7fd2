package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * A registry with a path, or the path's beginning, without tag and digest: {@code
 * registry.example.net/team-a}. The registry is always written, because runtimes disagree about
 * which one is meant without it.
 *
 * @see <a
 *     href="https://github.com/distribution/reference/blob/main/reference.go">distribution/reference:
 *     grammar</a>
 */
public record ImageRepository(String text) implements Comparable<ImageRepository> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public ImageRepository {
    Names.require(text, problem(text));
  }

  public static Parsed<ImageRepository> parse(String text) {
    return Names.named(text, "an image repository", problem(text), ImageRepository::new);
  }

  private static @Nullable String problem(String text) {
    return ImageNames.repositoryProblem(text);
  }

  @Override
  public int compareTo(ImageRepository other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
