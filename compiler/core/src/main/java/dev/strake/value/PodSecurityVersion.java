package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * Which release's Pod Security Standards count: {@code v1.36}, or {@code latest} for those of the
 * API server itself.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-admission/">Kubernetes:
 *     Pod Security Admission</a>
 */
public record PodSecurityVersion(String text) implements Comparable<PodSecurityVersion> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public PodSecurityVersion {
    Names.require(text, problem(text));
  }

  public static Parsed<PodSecurityVersion> parse(String text) {
    return Names.named(
        text, "a version of the Pod Security Standards", problem(text), PodSecurityVersion::new);
  }

  private static @Nullable String problem(String text) {
    if (text.equals("latest") || text.matches("v1\\.(0|[1-9][0-9]{0,2})")) {
      return null;
    }
    return text.matches("v1\\.[0-9]+\\.[0-9]+")
        ? "it names a patch, and v" + text.substring(1, text.lastIndexOf('.')) + " is enough"
        : "it is neither latest nor a minor such as v1.36";
  }

  @Override
  public int compareTo(PodSecurityVersion other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
