package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * A component's flag without its dashes: {@code shutdown-delay-duration}. kubeadm adds the dashes.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/#kubeadm-k8s-io-v1beta4-Arg">kubeadm:
 *     Arg</a>
 */
public record ArgumentName(String text) implements Comparable<ArgumentName> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public ArgumentName {
    Names.require(text, problem(text));
  }

  public static Parsed<ArgumentName> parse(String text) {
    return Names.named(text, "a flag's name", problem(text), ArgumentName::new);
  }

  private static @Nullable String problem(String text) {
    if (text.startsWith("-")) {
      return "it starts with a dash, and kubeadm adds both";
    }
    if (text.indexOf('=') >= 0) {
      return "it has a '=', and the value belongs behind value:";
    }
    return Names.labelProblem(text);
  }

  @Override
  public int compareTo(ArgumentName other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
