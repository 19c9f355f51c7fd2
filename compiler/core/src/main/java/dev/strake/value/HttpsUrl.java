package dev.strake.value;

import org.jspecify.annotations.Nullable;

/**
 * A URL that is fetched or connected to over TLS: {@code https://host[:port][/path]}. Credentials,
 * queries and fragments are refused: a secret has no place in a spec, and the rest has no meaning
 * here.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-3">RFC 3986</a>
 */
public record HttpsUrl(String text) implements Comparable<HttpsUrl> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public HttpsUrl {
    Names.require(text, problem(text));
  }

  public static Parsed<HttpsUrl> parse(String text) {
    return Names.named(text, "an https URL", problem(text), HttpsUrl::new);
  }

  private static @Nullable String problem(String text) {
    return Urls.problem(text, "https");
  }

  /** The host and its port if one is written, as the URL names them. */
  public String authority() {
    return Urls.authority(text);
  }

  @Override
  public int compareTo(HttpsUrl other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
