package dev.strake.value;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of Kubernetes with its patch: {@code v1.36.4}. Pre-releases are none: kubeadm's
 * packages and images of a cluster that people rely on come from releases.
 *
 * @see <a href="https://kubernetes.io/releases/version-skew-policy/#supported-versions">Kubernetes:
 *     x.y.z</a>
 */
public record KubernetesVersion(int major, int minor, int patch)
    implements Comparable<KubernetesVersion> {

  private static final String NUMBER = "(0|[1-9][0-9]{0,3})";
  private static final Pattern RELEASE =
      Pattern.compile("v" + NUMBER + "\\." + NUMBER + "\\." + NUMBER);
  private static final Pattern WITHOUT_V =
      Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER);
  private static final Pattern WITHOUT_PATCH = Pattern.compile("v?" + NUMBER + "\\." + NUMBER);

  private static final Comparator<KubernetesVersion> ORDER =
      Comparator.comparingInt(KubernetesVersion::major)
          .thenComparingInt(KubernetesVersion::minor)
          .thenComparingInt(KubernetesVersion::patch);

  public static Parsed<KubernetesVersion> parse(String text) {
    Matcher release = RELEASE.matcher(text);
    if (release.matches()) {
      return Parsed.ok(new KubernetesVersion(part(release, 1), part(release, 2), part(release, 3)));
    }
    if (WITHOUT_V.matcher(text).matches()) {
      return Parsed.bad("a Kubernetes version: it has no v in front", "write v" + text);
    }
    if (WITHOUT_PATCH.matcher(text).matches()) {
      return Parsed.bad(
          "a Kubernetes version: its patch is missing",
          "write the whole version, such as v" + text.replaceFirst("^v", "") + ".4");
    }
    return Parsed.bad("a Kubernetes version", "write a release with its patch: v1.36.4");
  }

  private static int part(Matcher release, int group) {
    return Integer.parseInt(release.group(group));
  }

  /** {@code v1.36}: what version skew is counted in, and what package repositories are named by. */
  public String minorText() {
    return "v" + major + "." + minor;
  }

  @Override
  public int compareTo(KubernetesVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "v" + major + "." + minor + "." + patch;
  }
}
