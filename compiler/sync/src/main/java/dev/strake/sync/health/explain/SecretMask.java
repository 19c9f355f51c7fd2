package dev.strake.sync.health.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strake.sync.health.Health;
import dev.strake.sync.object.KubernetesObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes the values of Secrets out of texts: events and conditions quote what a container printed or
 * a server refused. A value is masked as it is, in Base64, with quotes and line ends escaped, and
 * each longer line of it on its own; of a long one, each longer part too, since whoever quotes it
 * may have cut it short. Very short values are masked where they stand alone, as otherwise no word
 * would be left.
 *
 * <p>It knows only the Secrets that it was given.
 */
public final class SecretMask {

  /** Masks nothing. */
  public static final SecretMask NONE = new SecretMask(List.of());

  private static final String MASK = "***";
  private static final int SHORT = 4;
  private static final int LINE = 8;
  private static final int PART = 12;

  private final List<Pattern> patterns;
  private final Set<String> parts = new HashSet<>();

  private SecretMask(Collection<String> values) {
    // A value may hold another one: the longer one first.
    this.patterns =
        values.stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(SecretMask::pattern)
            .toList();
    for (String value : values) {
      for (int i = 0; i + PART <= value.length(); i++) {
        parts.add(value.substring(i, i + PART));
      }
    }
  }

  /** For the values of Secrets, wanted and live ones alike; other objects do no harm. */
  public static SecretMask of(Collection<KubernetesObject> secrets) {
    Set<String> values = new TreeSet<>();
    for (KubernetesObject secret : secrets) {
      if (secret.identity().groupKind().equals("Secret")) {
        secret.texts("data").values().forEach(encoded -> addEncoded(encoded, values));
        secret.find("stringData").forEach(value -> addPlain(value, values));
      }
    }
    return values.isEmpty() ? NONE : new SecretMask(values);
  }

  private static void addEncoded(String encoded, Set<String> values) {
    add(encoded, values);
    decode(encoded).ifPresent(plain -> addPlain(plain, values));
  }

  /** As a server does it, which skips line ends. */
  private static Optional<String> decode(String encoded) {
    String oneLine = encoded.replace("\r", "").replace("\n", "");
    try {
      return Optional.of(new String(Base64.getDecoder().decode(oneLine), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A number or truth value is one by mistake, and as secret as it would be in quotes. */
  private static void addPlain(JsonNode value, Set<String> values) {
    addPlain(value.isValueNode() ? value.asText() : value.toString(), values);
  }

  private static void addPlain(String value, Set<String> values) {
    add(value, values);
    add(value.strip(), values);
    add(escaped(value), values);
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    add(Base64.getEncoder().encodeToString(bytes), values);
    add(Base64.getEncoder().withoutPadding().encodeToString(bytes), values);
    value.lines().map(String::strip).filter(line -> line.length() >= LINE).forEach(values::add);
  }

  private static void add(String value, Set<String> values) {
    if (!value.isBlank()) {
      values.add(value);
    }
  }

  private static String escaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t");
  }

  private static Pattern pattern(String value) {
    String quoted = Pattern.quote(value);
    return value.length() < SHORT
        ? Pattern.compile("(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])")
        : Pattern.compile(quoted);
  }

  public String apply(String text) {
    String masked = text;
    for (Pattern pattern : patterns) {
      masked = pattern.matcher(masked).replaceAll(Matcher.quoteReplacement(MASK));
    }
    return withoutParts(masked);
  }

  private String withoutParts(String text) {
    if (parts.isEmpty() || text.length() < PART) {
      return text;
    }
    StringBuilder left = new StringBuilder();
    int end = 0;
    for (int i = 0; i < text.length(); i++) {
      if (i + PART <= text.length() && parts.contains(text.substring(i, i + PART))) {
        if (end <= i) {
          left.append(MASK);
        }
        end = i + PART;
      }
      if (i >= end) {
        left.append(text.charAt(i));
      }
    }
    return left.toString();
  }

  /** In the words of conditions there may be anything. */
  public Health apply(Health health) {
    return new Health(health.status(), apply(health.reason()), apply(health.message()));
  }

  /** How many texts it looks for, never which. */
  @Override
  public String toString() {
    return patterns.stream().map(pattern -> MASK).collect(Collectors.joining(" "));
  }
}
