package dev.strake.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A URL as Go reads it in the place of a request: a URI with a scheme, or a path from the root.
 *
 * @param scheme lower case; empty if there is none
 * @param host with its port, IPv6 in brackets; empty if there is none
 * @param escapedPath as it would be sent
 * @param query by key, with the values of one key in their order, unescaped
 * @see <a href="https://pkg.go.dev/net/url#ParseRequestURI">url.ParseRequestURI</a>
 */
public record RequestUrl(
    String scheme, String host, String escapedPath, Map<String, List<String>> query) {

  private static final String WHAT = "a URL";
  private static final String EXAMPLES = "write https://host/path, or a path from the root";

  public RequestUrl {
    query = Map.copyOf(query);
  }

  public static Parsed<RequestUrl> parse(String text) {
    if (text.isEmpty()) {
      return Parsed.bad(WHAT + ": it is empty", EXAMPLES);
    }
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      return Parsed.bad(WHAT + ": it has a control character");
    }
    int end = schemeEnd(text);
    if (end == 0) {
      return Parsed.bad(WHAT + ": before the ':' is no scheme", EXAMPLES);
    }
    String scheme = end < 0 ? "" : text.substring(0, end).toLowerCase(Locale.ROOT);
    return parseRest(scheme, text.substring(end + 1));
  }

  /** Where the colon behind the scheme is; -1 without one, 0 if there is nothing before it. */
  private static int schemeEnd(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean further = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (c == ':') {
        return i;
      }
      if (!letter && !(further && i > 0)) {
        return -1;
      }
    }
    return -1;
  }

  private static Parsed<RequestUrl> parseRest(String scheme, String rest) {
    boolean relative = scheme.isEmpty() && !rest.startsWith("/") && !rest.equals("*");
    if (relative) {
      return Parsed.bad(WHAT + ": it has no scheme and does not start at the root", EXAMPLES);
    }
    String whole = before(rest, '#');
    String hierarchy = before(whole, '?');
    if (!scheme.isEmpty() && !hierarchy.startsWith("/")) {
      return Parsed.ok(new RequestUrl(scheme, "", "", query(whole)));
    }
    boolean hasHost =
        hierarchy.startsWith("//") && (!scheme.isEmpty() || !hierarchy.startsWith("///"));
    int slash = hasHost ? hierarchy.indexOf('/', 2) : 0;
    String authority =
        hasHost ? hierarchy.substring(2, slash < 0 ? hierarchy.length() : slash) : "";
    String path = slash < 0 ? "" : hierarchy.substring(slash);
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    @Nullable String problem = hostProblem(host);
    if (problem != null) {
      return Parsed.bad(WHAT + ": " + problem);
    }
    if (!PercentText.isSound(path)) {
      return Parsed.bad(WHAT + ": its path has a '%' without two hexadecimal digits");
    }
    return Parsed.ok(new RequestUrl(scheme, host, PercentText.escapedPath(path), query(whole)));
  }

  private static @Nullable String hostProblem(String host) {
    int bracket = host.lastIndexOf(']');
    if (host.startsWith("[") && bracket < 0) {
      return "its host has no ']'";
    }
    int colon = host.indexOf(':', Math.max(bracket, 0));
    String port = colon < 0 ? "" : host.substring(colon + 1);
    if (bracket >= 0 && bracket + 1 < host.length() && host.charAt(bracket + 1) != ':') {
      return "behind its ']' is no port";
    }
    if (!port.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return "its port is no number";
    }
    boolean sound =
        host.chars().allMatch(c -> c >= 0x80 || Character.isLetterOrDigit(c) || isHostMark(c));
    return sound ? null : "its host has a character that hosts cannot have";
  }

  private static boolean isHostMark(int c) {
    return "-_.~!$&'()*+,;=:[]<>\"%".indexOf(c) >= 0;
  }

  /** Without port and brackets. */
  public String hostname() {
    if (host.startsWith("[")) {
      return host.substring(1, host.lastIndexOf(']'));
    }
    return before(host, ':');
  }

  /** Empty if there is none. */
  public String port() {
    int colon = host.indexOf(':', Math.max(host.lastIndexOf(']'), 0));
    return colon < 0 ? "" : host.substring(colon + 1);
  }

  private static Map<String, List<String>> query(String text) {
    int mark = text.indexOf('?');
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : mark < 0 ? new String[0] : text.substring(mark + 1).split("&", -1)) {
      int equals = pair.indexOf('=');
      String key = PercentText.unescape(before(pair, '='));
      String value = equals < 0 ? "" : PercentText.unescape(pair.substring(equals + 1));
      // As Go does: what it cannot read of a query is not there.
      if (!pair.isEmpty() && pair.indexOf(';') < 0 && key != null && value != null) {
        values.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
      }
    }
    return values;
  }

  private static String before(String text, char mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }
}
