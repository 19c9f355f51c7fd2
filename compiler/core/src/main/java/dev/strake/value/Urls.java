package dev.strake.value;

import org.jspecify.annotations.Nullable;

/** What URLs of a spec may be: a scheme, a host, a port, a path. */
final class Urls {

  private static final int LONGEST = 2048;
  private static final String PATH_MARKS = "/-._~!$&'()*+,;=:@%";

  private Urls() {}

  /**
   * What keeps a text from being a URL of a scheme; null if nothing does. Never quotes the text.
   */
  static @Nullable String problem(String text, String scheme) {
    String start = scheme + "://";
    if (!text.startsWith(start)) {
      return "it does not start with " + start;
    }
    if (text.length() > LONGEST) {
      return "it has %s characters, and %s are allowed".formatted(text.length(), LONGEST);
    }
    String authority = authority(text);
    if (authority.indexOf('@') >= 0) {
      return "it holds a user or a password, and secrets have no place in a spec";
    }
    String problem = authorityProblem(authority);
    return problem != null ? problem : pathProblem(text, start.length() + authority.length());
  }

  /** What stands between the slashes: {@code host:port}. */
  static String authority(String text) {
    int from = text.indexOf("://") + 3;
    int to = from;
    while (to < text.length() && "/?#".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    return text.substring(from, to);
  }

  private static @Nullable String authorityProblem(String authority) {
    int bracket = authority.lastIndexOf(']');
    int colon = authority.indexOf(':', bracket < 0 ? 0 : bracket);
    String host = colon < 0 ? authority : authority.substring(0, colon);
    if (colon >= 0 && Port.parse(authority.substring(colon + 1)) instanceof Parsed.Bad<Port> bad) {
      return "behind the ':' is not " + bad.reason();
    }
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    if (bracketed != host.indexOf(':') >= 0) {
      return "an IPv6 address stands in brackets";
    }
    String bare = bracketed ? host.substring(1, host.length() - 1) : host;
    return HostName.parse(bare).match(ok -> null, bad -> "its host is not " + bad.reason());
  }

  private static @Nullable String pathProblem(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '?' || c == '#') {
        return "it has a '" + c + "', and only a path may follow the host";
      }
      if (!Names.isLetterOrDigit(c) && PATH_MARKS.indexOf(c) < 0) {
        return "its path has a character that must be percent-encoded";
      }
    }
    return null;
  }
}
