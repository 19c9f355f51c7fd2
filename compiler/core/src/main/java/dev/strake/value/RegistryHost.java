package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * A registry as images name it, which is also a folder of containerd's certs.d: a host name with an
 * optional port, or {@code _default} for all that have no entry of their own.
 *
 * @see <a href="https://github.com/containerd/containerd/blob/main/docs/hosts.md">containerd:
 *     registry hosts</a>
 */
public record RegistryHost(String text) implements Comparable<RegistryHost> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public RegistryHost {
    Names.require(text, problem(text));
  }

  public static Parsed<RegistryHost> parse(String text) {
    return Names.named(text, "a registry", problem(text), RegistryHost::new);
  }

  private static @Nullable String problem(String text) {
    return text.equals("_default") ? null : ImageNames.registryProblem(text);
  }

  @Override
  public int compareTo(RegistryHost other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
