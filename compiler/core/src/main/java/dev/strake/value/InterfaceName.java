package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * The name of a network interface. Linux takes any 15 bytes but slashes and blanks; this is
 * stricter and takes only what every tool that reads such a name takes: letters, digits, {@code . _
 * - @}, and no hyphen in front, which would make it an option.
 *
 * @see <a href="https://github.com/torvalds/linux/blob/master/net/core/dev.c">dev_valid_name in
 *     Linux</a>
 */
public record InterfaceName(String text) implements Comparable<InterfaceName> {

  private static final int LONGEST = 15;

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public InterfaceName {
    Names.require(text, problem(text));
  }

  public static Parsed<InterfaceName> parse(String text) {
    return Names.named(text, "a network interface", problem(text), InterfaceName::new);
  }

  private static @Nullable String problem(String text) {
    if (text.isEmpty()) {
      return "it is empty";
    }
    if (text.length() > LONGEST) {
      return "it has %s characters, and Linux allows 15".formatted(text.length());
    }
    if (text.equals(".") || text.equals("..")) {
      return "Linux keeps this name for itself";
    }
    if (text.startsWith("-")) {
      return "a name that begins with '-' would be taken for an option";
    }
    return text.matches("[A-Za-z0-9._@-]+")
        ? null
        : "only letters, digits, '.', '_', '-' and '@' are allowed";
  }

  @Override
  public int compareTo(InterfaceName other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
