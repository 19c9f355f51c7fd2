package dev.strake.git;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of allowed signers: who, with which key, for what, and when.
 *
 * @param principals as they are written, with commas between them
 * @param namespaces patterns; empty for every use
 * @param after the first moment of the key, if it has one
 * @param before the first moment at which it is no key any more, if there is one
 * @param key type and Base64, with a blank between them
 * @see <a href="https://man.openbsd.org/ssh-keygen.1#ALLOWED_SIGNERS">ssh-keygen: allowed
 *     signers</a>
 */
record AllowedSigner(
    String principals,
    List<String> namespaces,
    Optional<Instant> after,
    Optional<Instant> before,
    String key) {

  private static final Pattern LINE =
      Pattern.compile(
          "(?<who>[^\\s\"]+)\\s+"
              + "(?:(?<options>(?:[A-Za-z-]+(?:=\"[^\"]*\")?,?)+)\\s+)??"
              + "(?<type>[A-Za-z0-9@.-]+)\\s+(?<blob>[A-Za-z0-9+/]{16,}={0,2})(?:\\s.*)?");
  private static final Pattern OPTION =
      Pattern.compile("(?<name>[A-Za-z-]+)(?:=\"(?<value>[^\"]*)\")?(?:,|$)");
  private static final Pattern TYPE = Pattern.compile("(ssh|sk|ecdsa)-[a-z0-9@.-]+");
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /**
   * @param zone of dates without one
   * @throws IllegalArgumentException with the reason, if it is no such line
   */
  static AllowedSigner parse(String line, ZoneId zone) {
    Matcher parts = LINE.matcher(line.strip());
    if (!parts.matches() || !TYPE.matcher(parts.group("type")).matches()) {
      throw new IllegalArgumentException("it is not: principals, options, a key's type, the key");
    }
    List<String> namespaces = List.of();
    Optional<Instant> after = Optional.empty();
    Optional<Instant> before = Optional.empty();
    String options = parts.group("options") == null ? "" : parts.group("options");
    Matcher option = OPTION.matcher(options);
    int end = 0;
    while (end < options.length() && option.find(end) && option.start() == end) {
      String value = option.group("value") == null ? "" : option.group("value");
      switch (option.group("name").toLowerCase(Locale.ROOT)) {
        case "namespaces" -> namespaces = List.of(value.split(",", -1));
        case "valid-after" -> after = Optional.of(time(value, zone));
        case "valid-before" -> before = Optional.of(time(value, zone));
        case "cert-authority" ->
            throw new IllegalArgumentException("certificates are not supported: name the key");
        default -> throw new IllegalArgumentException("there is no option " + option.group("name"));
      }
      end = option.end();
    }
    if (end < options.length()) {
      throw new IllegalArgumentException("its options cannot be read");
    }
    return new AllowedSigner(
        parts.group("who"),
        namespaces,
        after,
        before,
        parts.group("type") + " " + parts.group("blob"));
  }

  /** {@code YYYYMMDD}, {@code YYYYMMDDHHMM} or {@code YYYYMMDDHHMMSS}, with a Z for UTC. */
  private static Instant time(String text, ZoneId local) {
    boolean utc = text.endsWith("Z");
    String digits = utc ? text.substring(0, text.length() - 1) : text;
    boolean known = digits.matches("[0-9]{8}|[0-9]{12}|[0-9]{14}");
    try {
      if (known) {
        String padded = digits + "0".repeat(14 - digits.length());
        return LocalDateTime.parse(padded, DAY_AND_TIME)
            .atZone(utc ? ZoneOffset.UTC : local)
            .toInstant();
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw new IllegalArgumentException(text + " is no date as YYYYMMDD or YYYYMMDDHHMM");
  }

  /** Whether the key is for a use. Of patterns with {@code !}, one that matches forbids it. */
  boolean isFor(String namespace) {
    boolean allowed = namespaces.isEmpty();
    for (String pattern : namespaces) {
      boolean negated = pattern.startsWith("!");
      if (matches(negated ? pattern.substring(1) : pattern, namespace)) {
        if (negated) {
          return false;
        }
        allowed = true;
      }
    }
    return allowed;
  }

  private static boolean matches(String pattern, String text) {
    StringBuilder regex = new StringBuilder();
    for (char c : pattern.strip().toCharArray()) {
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)));
    }
    return text.matches(regex.toString());
  }

  boolean isValidAt(Instant time) {
    return after.map(first -> !time.isBefore(first)).orElse(true)
        && before.map(time::isBefore).orElse(true);
  }
}
