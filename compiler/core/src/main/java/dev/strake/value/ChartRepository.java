package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * Where Helm charts come from: {@code https://} for a repository with an index, {@code oci://} for
 * a registry.
 *
 * @see <a href="https://helm.sh/docs/topics/registries/">Helm: registries</a>
 */
public record ChartRepository(String text) implements Comparable<ChartRepository> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public ChartRepository {
    Names.require(text, problem(text));
  }

  public static Parsed<ChartRepository> parse(String text) {
    return Names.named(text, "a chart repository", problem(text), ChartRepository::new);
  }

  private static @Nullable String problem(String text) {
    return Urls.problem(text, text.startsWith("oci:") ? "oci" : "https");
  }

  @Override
  public int compareTo(ChartRepository other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
