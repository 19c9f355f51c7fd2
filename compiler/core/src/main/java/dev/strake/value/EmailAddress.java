package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * An e-mail address in its plain form, {@code ops@example.net}: no display name, no quoting.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8555#section-7.3">RFC 8555: ACME contacts</a>
 */
public record EmailAddress(String text) implements Comparable<EmailAddress> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public EmailAddress {
    Names.require(text, problem(text));
  }

  public static Parsed<EmailAddress> parse(String text) {
    return Names.named(text, "an e-mail address", problem(text), EmailAddress::new);
  }

  private static @Nullable String problem(String text) {
    int at = text.indexOf('@');
    if (at <= 0 || at != text.lastIndexOf('@')) {
      return "it must have one '@' with a name before it";
    }
    boolean plain =
        text.chars().limit(at).allMatch(c -> Names.isLetterOrDigit(c) || ".-_+".indexOf(c) >= 0);
    if (!plain || at > 64) {
      return "before the '@', up to 64 letters, digits, '.', '-', '_' and '+' are allowed";
    }
    String domain = Names.subdomainProblem(text.substring(at + 1));
    return domain == null ? null : "behind the '@', " + domain;
  }

  @Override
  public int compareTo(EmailAddress other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
