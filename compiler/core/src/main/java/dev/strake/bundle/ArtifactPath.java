package dev.strake.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A path inside a cluster's folder that is the same file on every file system: everything but
 * {@code a-z 0-9 . _ + -} is percent-encoded, upper case included, so that no name from a spec can
 * leave the folder and no two names meet in one file. A name that would be too long for a file
 * system, which Kubernetes' names can be, ends in a digest of the whole.
 */
public record ArtifactPath(List<String> segments) implements Comparable<ArtifactPath> {

  private static final Pattern ENCODED = Pattern.compile("([a-z0-9._+-]|%[0-9a-f]{2})+");
  private static final Pattern ONLY_DOTS = Pattern.compile("\\.+");

  /** File systems take 255 bytes. */
  private static final int LONGEST = 240;

  private static final int KEPT = 180;
  private static final int DIGITS = 32;
  private static final String YAML = ".yaml";

  public ArtifactPath {
    segments = List.copyOf(segments);
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("an artifact needs a path");
    }
    for (String segment : segments) {
      if (!ENCODED.matcher(segment).matches() || ONLY_DOTS.matcher(segment).matches()) {
        throw new IllegalArgumentException("not an encoded segment: " + segment);
      }
    }
  }

  /** The path of raw names; each becomes one segment. */
  public static ArtifactPath of(String... names) {
    return new ArtifactPath(Arrays.stream(names).map(ArtifactPath::encode).toList());
  }

  /** A path as {@link #toString} writes it; empty if it is none. */
  static Optional<ArtifactPath> parse(String text) {
    try {
      return Optional.of(new ArtifactPath(List.of(text.split("/", -1))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String encode(String name) {
    // Only dots would mean this folder or the one above it.
    boolean onlyDots = ONLY_DOTS.matcher(name).matches();
    StringBuilder out = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "_-+".indexOf(c) >= 0;
      if (plain || (c == '.' && !onlyDots)) {
        out.append(c);
      } else {
        out.append('%').append(String.format(Locale.ROOT, "%02x", (int) c));
      }
    }
    return out.length() <= LONGEST ? out.toString() : shortened(out.toString());
  }

  private static String shortened(String encoded) {
    byte[] whole = encoded.getBytes(StandardCharsets.UTF_8);
    String ending = encoded.endsWith(YAML) ? YAML : "";
    String kept = encoded.substring(0, KEPT).replaceAll("%.?$", "");
    return kept + "+" + Sha256.of(whole).substring(0, DIGITS) + ending;
  }

  @Override
  public int compareTo(ArtifactPath other) {
    return toString().compareTo(other.toString());
  }

  /** With {@code /} between segments. */
  @Override
  public String toString() {
    return segments.stream().collect(Collectors.joining("/"));
  }
}
