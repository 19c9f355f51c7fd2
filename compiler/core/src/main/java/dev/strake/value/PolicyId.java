package dev.strake.value;

import org.jspecify.annotations.Nullable;

/** A policy's id: its category and its name, {@code resources/memory-limit}. */
public record PolicyId(String text) implements Comparable<PolicyId> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public PolicyId {
    Names.require(text, problem(text));
  }

  public static Parsed<PolicyId> parse(String text) {
    return Names.named(text, "a policy's id", problem(text), PolicyId::new);
  }

  private static @Nullable String problem(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || slash != text.lastIndexOf('/')) {
      return "it must be a category and a name with '/' between them";
    }
    String category = Names.labelProblem(text.substring(0, slash));
    return category != null ? category : Names.labelProblem(text.substring(slash + 1));
  }

  @Override
  public int compareTo(PolicyId other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
