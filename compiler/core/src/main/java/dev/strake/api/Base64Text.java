package dev.strake.api;

import java.util.Base64;
import java.util.Optional;

/**
 * Bytes as JSON has them.
 *
 * @see <a href="https://pkg.go.dev/encoding/json#Unmarshal">encoding/json</a>, which takes standard
 *     base64 with line breaks anywhere
 */
final class Base64Text {

  private Base64Text() {}

  /** The bytes; empty if the text is none. */
  static Optional<byte[]> decode(String text) {
    String plain = withoutBreaks(text);
    if (plain.length() % 4 != 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getDecoder().decode(plain));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** How many bytes a sound text holds. */
  static long length(String text) {
    String plain = withoutBreaks(text);
    long padding = plain.endsWith("==") ? 2 : plain.endsWith("=") ? 1 : 0;
    return plain.length() / 4 * 3L - (plain.isEmpty() ? 0 : padding);
  }

  private static String withoutBreaks(String text) {
    return text.replace("\n", "").replace("\r", "");
  }

  /** Reports a text that is no base64. */
  static void check(Cursor bytes) {
    if (bytes.isText() && decode(bytes.text()).isEmpty()) {
      bytes.report(ApiCode.INVALID_VALUE, bytes.path() + " is not base64");
    }
  }
}
