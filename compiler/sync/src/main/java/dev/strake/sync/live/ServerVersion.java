package dev.strake.sync.live;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which Kubernetes a server is, or shall be.
 *
 * @param text as it was said: {@code v1.36.4}, {@code v1.35.2+k3s1}
 */
public record ServerVersion(int major, int minor, int patch, String text) {

  private static final Pattern VERSION =
      Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})([-+].*)?");
  private static final Comparator<ServerVersion> BY_MINOR =
      Comparator.comparingInt(ServerVersion::major).thenComparingInt(ServerVersion::minor);
  private static final Comparator<ServerVersion> BY_PATCH =
      BY_MINOR.thenComparingInt(ServerVersion::patch);

  /** Empty for what names no release. */
  public static Optional<ServerVersion> parse(String text) {
    Matcher parts = VERSION.matcher(text);
    return parts.matches()
        ? Optional.of(new ServerVersion(number(parts, 1), number(parts, 2), number(parts, 3), text))
        : Optional.empty();
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  public boolean hasOlderMinorThan(ServerVersion other) {
    return BY_MINOR.compare(this, other) < 0;
  }

  public boolean isOlderThan(ServerVersion other) {
    return BY_PATCH.compare(this, other) < 0;
  }

  public boolean hasMinorOf(ServerVersion other) {
    return BY_MINOR.compare(this, other) == 0;
  }

  @Override
  public String toString() {
    return text;
  }
}
