package dev.strake.check.tenant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule of Traefik, such as {@code Host(`a.example.net`) && PathPrefix(`/b`)}, as far as it limits
 * hosts.
 *
 * @see <a href="https://doc.traefik.io/traefik/routing/routers/#rule">Traefik: rules of routers</a>
 */
final class TraefikRule {

  private static final Set<String> OF_HOSTS = Set.of("host", "hostsni");
  private static final Pattern TOKEN =
      Pattern.compile("\\s*(&&|\\|\\||[!(),]|[A-Za-z]+|`[^`]*`|\"[^\"\\\\]*\")\\s*");
  private static final int DEEPEST = 50;

  private final List<String> tokens;
  private int at;

  private TraefikRule(List<String> tokens) {
    this.tokens = tokens;
  }

  /** The only hosts that a rule can match; empty if it can match others, or is not understood. */
  static Optional<List<String>> hosts(String rule) {
    return tokens(rule)
        .flatMap(
            tokens -> {
              TraefikRule parser = new TraefikRule(tokens);
              Optional<List<String>> hosts = parser.alternatives(0);
              return parser.at == tokens.size() ? hosts : Optional.empty();
            });
  }

  private static Optional<List<String>> tokens(String rule) {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(rule);
    int end = 0;
    while (end < rule.length()) {
      token.region(end, rule.length());
      if (!token.lookingAt()) {
        return Optional.empty();
      }
      tokens.add(token.group(1));
      end = token.end();
    }
    return Optional.of(tokens);
  }

  /** Each alternative must be limited. */
  private Optional<List<String>> alternatives(int depth) {
    Optional<List<String>> hosts = conditions(depth);
    while (take("||")) {
      Optional<List<String>> others = conditions(depth);
      hosts = hosts.flatMap(some -> others.map(more -> joined(some, more)));
    }
    return hosts;
  }

  private static List<String> joined(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /** One limited condition limits them all. */
  private Optional<List<String>> conditions(int depth) {
    Optional<List<String>> hosts = condition(depth);
    while (take("&&")) {
      Optional<List<String>> others = condition(depth);
      hosts = hosts.isPresent() ? hosts : others;
    }
    return hosts;
  }

  private Optional<List<String>> condition(int depth) {
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    if (take("!")) {
      condition(depth + 1);
      return Optional.empty();
    }
    if (take("(")) {
      Optional<List<String>> inner = alternatives(depth + 1);
      return take(")") ? inner : Optional.empty();
    }
    return matcher();
  }

  private Optional<List<String>> matcher() {
    String name = next();
    if (!take("(")) {
      return Optional.empty();
    }
    List<String> values = new ArrayList<>();
    do {
      String value = next();
      if (value.length() < 2 || "`\"".indexOf(value.charAt(0)) < 0) {
        return Optional.empty();
      }
      values.add(value.substring(1, value.length() - 1));
    } while (take(","));
    boolean limits = OF_HOSTS.contains(name.toLowerCase(Locale.ROOT));
    return take(")") && limits ? Optional.of(values) : Optional.empty();
  }

  private boolean take(String token) {
    boolean there = at < tokens.size() && tokens.get(at).equals(token);
    if (there) {
      at++;
    }
    return there;
  }

  /** The empty text behind the last. */
  private String next() {
    return at < tokens.size() ? tokens.get(at++) : "";
  }
}
