package dev.strake.value;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Percent-encoding, as Go's URLs have it.
 *
 * @see <a href="https://pkg.go.dev/net/url#URL.EscapedPath">EscapedPath</a>
 */
final class PercentText {

  /** What a path may hold as it is. */
  private static final String OF_PATHS = "-_.~!$&'()*+,;=:@/[]";

  /** What Go leaves alone when it has to escape a path itself. */
  private static final String LEFT_ALONE = "-_.~$&+,/:;=@";

  private PercentText() {}

  /** Whether every percent sign stands before two hexadecimal digits. */
  static boolean isSound(String text) {
    for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
      if (at + 2 >= text.length()
          || Character.digit(text.charAt(at + 1), 16) < 0
          || Character.digit(text.charAt(at + 2), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * A path as it would be sent.
   *
   * @param path sound
   */
  static String escapedPath(String path) {
    boolean encoded =
        path.codePoints().allMatch(c -> c == '%' || isPlain(c) || OF_PATHS.indexOf(c) >= 0);
    if (encoded) {
      return path;
    }
    StringBuilder out = new StringBuilder();
    for (byte b : decode(path, false)) {
      int c = b & 0xff;
      if (isPlain(c) || LEFT_ALONE.indexOf(c) >= 0) {
        out.append((char) c);
      } else {
        out.append(String.format(Locale.ROOT, "%%%02X", c));
      }
    }
    return out.toString();
  }

  /** A part of a query as it was meant; null if it is not sound. */
  static @Nullable String unescape(String text) {
    return isSound(text) ? new String(decode(text, true), StandardCharsets.UTF_8) : null;
  }

  private static byte[] decode(String text, boolean plusIsBlank) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%') {
        out.write(Character.digit(bytes[i + 1], 16) << 4 | Character.digit(bytes[i + 2], 16));
        i += 2;
      } else {
        out.write(plusIsBlank && bytes[i] == '+' ? ' ' : bytes[i]);
      }
    }
    return out.toByteArray();
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
