package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * Objects by the plural of their kind, with their group where they have one: {@code secrets},
 * {@code deployments.apps}, or a wildcard over a group or over all: {@code *.apps}, {@code *.*}.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/#understanding-the-encryption-at-rest-configuration">Kubernetes:
 *     encryption at rest</a>
 */
public record ResourceType(String text) implements Comparable<ResourceType> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public ResourceType {
    Names.require(text, problem(text));
  }

  public static Parsed<ResourceType> parse(String text) {
    return Names.named(text, "a kind of objects", problem(text), ResourceType::new);
  }

  private static @Nullable String problem(String text) {
    if (text.equals("*.*") || text.equals("*.")) {
      return null;
    }
    String problem = Names.subdomainProblem(text.startsWith("*.") ? text.substring(2) : text);
    return problem == null ? null : problem + "; write secrets, or deployments.apps";
  }

  @Override
  public int compareTo(ResourceType other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
