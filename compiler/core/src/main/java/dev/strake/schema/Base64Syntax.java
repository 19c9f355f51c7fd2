package dev.strake.schema;

/**
 * Whether Go's decoder takes a text for base64: the standard alphabet, padded to groups of four;
 * line breaks do not count.
 *
 * @see <a href="https://pkg.go.dev/encoding/base64#StdEncoding">base64.StdEncoding</a>
 */
final class Base64Syntax {

  private Base64Syntax() {}

  static boolean accepts(String text) {
    int digits = 0;
    int padding = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        continue;
      }
      if (c == '=') {
        padding++;
      } else if (padding > 0 || !isDigit(c)) {
        return false;
      } else {
        digits++;
      }
    }
    return padding <= 2 && (digits + padding) % 4 == 0 && !(padding > 0 && digits % 4 < 2);
  }

  private static boolean isDigit(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }
}
