package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * The name of a Helm chart: lower-case letters, digits, hyphens and dots; in a registry, with
 * slashes between parts.
 *
 * @see <a href="https://helm.sh/docs/chart_best_practices/conventions/#chart-names">Helm: chart
 *     names</a>
 */
public record ChartName(String text) implements Comparable<ChartName> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public ChartName {
    Names.require(text, problem(text));
  }

  public static Parsed<ChartName> parse(String text) {
    return Names.named(text, "a chart's name", problem(text), ChartName::new);
  }

  private static @Nullable String problem(String text) {
    if (text.length() > Names.LONGEST_SUBDOMAIN) {
      return "it is longer than 253 characters";
    }
    for (String part : text.split("/", -1)) {
      String problem = Names.subdomainProblem(part.replace('_', '-'));
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  @Override
  public int compareTo(ChartName other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
