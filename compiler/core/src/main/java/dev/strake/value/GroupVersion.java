package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * A group and a version, {@code apps/v1}, or the core group's version alone, {@code v1}.
 *
 * @see <a href="https://kubernetes.io/docs/reference/using-api/#api-versioning">Kubernetes: API
 *     versioning</a>
 */
public record GroupVersion(String text) implements Comparable<GroupVersion> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public GroupVersion {
    Names.require(text, problem(text));
  }

  public static Parsed<GroupVersion> parse(String text) {
    return Names.named(text, "an apiVersion", problem(text), GroupVersion::new);
  }

  private static @Nullable String problem(String text) {
    int slash = text.indexOf('/');
    String version = text.substring(slash + 1);
    if (!version.matches("v[1-9][0-9]{0,3}((alpha|beta)[1-9][0-9]{0,3})?")) {
      return "its version is not of the form v1, v1beta2 or v1alpha1";
    }
    return slash < 0 ? null : Names.subdomainProblem(text.substring(0, slash));
  }

  @Override
  public int compareTo(GroupVersion other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
