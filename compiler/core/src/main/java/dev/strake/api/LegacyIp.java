package dev.strake.api;

import dev.strake.value.IpAddress;
import dev.strake.value.Parsed;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses as older fields take them.
 *
 * @see <a
 *     href="https://github.com/kubernetes/utils/blob/master/internal/third_party/forked/golang/net/ip.go">ParseIPSloppy
 *     in k8s.io/utils</a>
 */
final class LegacyIp {

  private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![0-9])0+(?=[0-9])");
  private static final Pattern MIXED =
      Pattern.compile("(?<start>[0-9a-fA-F:]*:)[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+");

  private LegacyIp() {}

  /** What keeps a text from being an address, as in "x is not ..."; null if nothing does. */
  static @Nullable String problem(String text) {
    if (IpAddress.parse(text) instanceof Parsed.Bad<?> bad && !isLegacy(text)) {
      return bad.reason();
    }
    return null;
  }

  private static boolean isLegacy(String text) {
    Matcher mixed = MIXED.matcher(text);
    if (mixed.matches()) {
      // Only the shape counts here: any two groups stand for the four numbers.
      String quad = text.substring(mixed.group("start").length());
      return isQuad(quad) && isAddress(mixed.group("start") + "1:1", "2001:db8");
    }
    return isQuad(text);
  }

  private static boolean isQuad(String text) {
    return text.indexOf(':') < 0
        && IpAddress.parse(LEADING_ZEROS.matcher(text).replaceAll("")) instanceof Parsed.Ok;
  }

  /** An IPv4 address in an IPv6 one is refused by the strict reader, so that another stands in. */
  private static boolean isAddress(String text, String instead) {
    String mapped = "::ffff:";
    String plain =
        text.startsWith(mapped) ? instead + "::" + text.substring(mapped.length()) : text;
    return IpAddress.parse(plain) instanceof Parsed.Ok;
  }
}
