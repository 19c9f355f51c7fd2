package dev.strake.value;

import org.jspecify.annotations.Nullable;

/** A text for people on one line: not blank, without control characters, 500 characters at most. */
public record Sentence(String text) implements Comparable<Sentence> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public Sentence {
    Names.require(text, problem(text));
  }

  public static Parsed<Sentence> parse(String text) {
    return Names.named(text, "a text", problem(text), Sentence::new);
  }

  private static final int LONGEST = 500;

  private static @Nullable String problem(String text) {
    if (text.isBlank()) {
      return "it is empty";
    }
    if (text.length() > LONGEST) {
      return "it has %s characters, and %s are allowed".formatted(text.length(), LONGEST);
    }
    return text.chars().anyMatch(Character::isISOControl) ? "it has a control character" : null;
  }

  @Override
  public int compareTo(Sentence other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
