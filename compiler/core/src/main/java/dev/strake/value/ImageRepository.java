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

  /**
   * Where an image comes from, as a runtime understands the name that a pod has for it: without a
   * registry it is Docker Hub's, and there without a folder it is in {@code library}.
   *
   * @param image {@code nginx}, {@code team/app:1.2} or with a registry, a digest or both
   * @see <a
   *     href="https://github.com/distribution/reference/blob/main/normalize.go">ParseNormalizedNamed
   *     in distribution/reference</a>
   */
  public static Parsed<ImageRepository> ofImage(String image) {
    String problem = ImageNames.digestAndTagProblem(image);
    return problem == null
        ? parse(ImageNames.qualified(ImageNames.name(image)))
        : Parsed.bad("an image: " + problem);
  }

  /** Whether another one is this one, or lies in it as in a folder. */
  public boolean covers(ImageRepository other) {
    String own = ImageNames.withUsualRegistry(text);
    String others = ImageNames.withUsualRegistry(other.text);
    return others.equals(own) || others.startsWith(own + "/");
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
