package dev.strake.value;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who makes volumes for a storage class: a CSI driver's name, or one with a prefix such as {@code
 * kubernetes.io/no-provisioner}.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/storage/storage-classes/#provisioner">Kubernetes:
 *     provisioner</a>
 */
public record ProvisionerName(String text) implements Comparable<ProvisionerName> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public ProvisionerName {
    Names.require(text, problem(text));
  }

  public static Parsed<ProvisionerName> parse(String text) {
    return Names.named(text, "a provisioner", problem(text), ProvisionerName::new);
  }

  private static @Nullable String problem(String text) {
    return Names.qualifiedProblem(text.toLowerCase(Locale.ROOT));
  }

  @Override
  public int compareTo(ProvisionerName other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
