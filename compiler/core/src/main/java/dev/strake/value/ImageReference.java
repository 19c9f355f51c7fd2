package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * A container image with its tag, its digest or both: {@code registry.k8s.io/pause:3.10.2}. The
 * registry is always written, and so is what is meant of its images: {@code latest} by omission is
 * refused.
 *
 * @see <a
 *     href="https://github.com/distribution/reference/blob/main/reference.go">distribution/reference:
 *     grammar</a>
 */
public record ImageReference(String text) implements Comparable<ImageReference> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public ImageReference {
    Names.require(text, problem(text));
  }

  public static Parsed<ImageReference> parse(String text) {
    return Names.named(text, "an image", problem(text), ImageReference::new);
  }

  private static @Nullable String problem(String text) {
    return ImageNames.imageProblem(text);
  }

  @Override
  public int compareTo(ImageReference other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
