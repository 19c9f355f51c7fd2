package dev.strake.component;

import java.util.Locale;
import java.util.Optional;

/**
 * As much of a URL as decides whether Go can read it, and which scheme it has.
 *
 * @param scheme in lower case; empty if there is none
 * @param opaque whether what follows the scheme does not begin with a slash
 * @see <a href="https://pkg.go.dev/net/url#Parse">url.Parse</a>
 */
record GoUrl(String scheme, String path, boolean opaque) {

  private static final String HOST_MARKS = "-_.~!$&'()*+,;=:[]<>\"";
  private static final String USER_MARKS = "-._:~!$&'()*+,;=%@";

  /** Empty if Go refuses the text. */
  static Optional<GoUrl> parse(String text) {
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      return Optional.empty();
    }
    int fragment = text.indexOf('#');
    String url = fragment < 0 ? text : text.substring(0, fragment);
    if (fragment >= 0 && !isEscaped(text.substring(fragment + 1))) {
      return Optional.empty();
    }
    int colon = schemeEnd(url);
    if (colon == 0) {
      return Optional.empty();
    }
    String scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = colon < 0 ? url : url.substring(colon + 1);
    int query = rest.indexOf('?');
    return hierarchy(scheme, query < 0 ? rest : rest.substring(0, query));
  }

  /** Where the colon behind the scheme is; negative if there is no scheme, 0 if it is missing. */
  private static int schemeEnd(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c == ':') {
        return i;
      }
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!letter && !(later && i > 0)) {
        return -1;
      }
    }
    return -1;
  }

  private static Optional<GoUrl> hierarchy(String scheme, String rest) {
    if (!rest.startsWith("/")) {
      if (!scheme.isEmpty()) {
        return Optional.of(new GoUrl(scheme, "", true));
      }
      int slash = rest.indexOf('/');
      String first = slash < 0 ? rest : rest.substring(0, slash);
      return first.indexOf(':') >= 0 || !isEscaped(rest)
          ? Optional.empty()
          : Optional.of(new GoUrl(scheme, rest, false));
    }
    boolean hasHost = rest.startsWith("//") && (!scheme.isEmpty() || !rest.startsWith("///"));
    if (!hasHost) {
      return isEscaped(rest) ? Optional.of(new GoUrl(scheme, rest, false)) : Optional.empty();
    }
    int end = rest.indexOf('/', 2);
    String authority = end < 0 ? rest.substring(2) : rest.substring(2, end);
    String path = end < 0 ? "" : rest.substring(end);
    return isAuthority(authority) && isEscaped(path)
        ? Optional.of(new GoUrl(scheme, path, false))
        : Optional.empty();
  }

  private static boolean isAuthority(String text) {
    int at = text.lastIndexOf('@');
    boolean user = at < 0 || text.substring(0, at).chars().allMatch(c -> isMark(c, USER_MARKS));
    String host = text.substring(at + 1);
    int close = host.startsWith("[") ? host.lastIndexOf(']') : -1;
    if (host.startsWith("[") && close < 0) {
      return false;
    }
    int colon = host.lastIndexOf(':');
    String port = close >= 0 ? host.substring(close + 1) : colon < 0 ? "" : host.substring(colon);
    return user && port.matches("(:[0-9]*)?") && isHost(host);
  }

  private static boolean isHost(String host) {
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      boolean zone = c == '%' && host.startsWith("%25", i);
      if (c < 0x80 && !zone && !isMark(c, HOST_MARKS)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMark(int c, String marks) {
    boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return word || marks.indexOf(c) >= 0;
  }

  /** Whether each percent sign has its two digits. */
  private static boolean isEscaped(String text) {
    for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
      boolean digits =
          i + 2 < text.length()
              && Character.digit(text.charAt(i + 1), 16) >= 0
              && Character.digit(text.charAt(i + 2), 16) >= 0;
      if (!digits) {
        return false;
      }
    }
    return true;
  }
}
