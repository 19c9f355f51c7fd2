package dev.strake.component;

import dev.strake.value.KubernetesVersion;
import dev.strake.value.Quoted;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of Kubernetes that kubeadm is asked to install: a release, or a label such as {@code
 * stable-1}, for which it asks the network.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/util/version.go">KubernetesReleaseVersion
 *     in kubeadm</a>
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/util/config/common.go">NormalizeKubernetesVersion
 *     in kubeadm</a>
 */
final class VersionTexts {

  private static final String NUMBER = "(0|[1-9][0-9]{0,8})";
  private static final String IDENTIFIERS = "[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*+";
  private static final Pattern RELEASE =
      Pattern.compile(
          "((release|ci|ci-cross)/)?v?(?<major>"
              + NUMBER
              + ")\\.(?<minor>"
              + NUMBER
              + ")\\."
              + NUMBER
              + "(-"
              + IDENTIFIERS
              + ")?(\\+"
              + IDENTIFIERS
              + ")?");
  private static final Pattern LABEL =
      Pattern.compile("((release|ci|ci-cross)/)?(latest|stable)++(-[1-9](\\.[1-9]([0-9])?)?)?");
  private static final int LONGEST = 128;

  private VersionTexts() {}

  /**
   * What is wrong with a version.
   *
   * @param kubeadm the release of kubeadm, which installs its own minor and the one before
   */
  static Optional<Problem> check(String text, KubernetesVersion kubeadm) {
    boolean readable = text.length() <= LONGEST;
    if (readable && LABEL.matcher(text).matches()) {
      return Optional.empty();
    }
    Matcher release = RELEASE.matcher(text);
    if (!readable || !release.matches()) {
      return Optional.of(
          new Problem(
              "is %s, which is no version".formatted(Quoted.of(text)),
              "write a release with its patch: v1.36.4"));
    }
    int major = Integer.parseInt(release.group("major"));
    int minor = Integer.parseInt(release.group("minor"));
    boolean tooOld =
        major < kubeadm.major() || (major == kubeadm.major() && minor < kubeadm.minor() - 1);
    return tooOld
        ? Optional.of(
            new Problem(
                "is %s, and kubeadm %s installs v%s.%s at the oldest"
                    .formatted(
                        Quoted.of(text), kubeadm.minorText(), kubeadm.major(), kubeadm.minor() - 1),
                "use the kubeadm of that minor"))
        : Optional.empty();
  }
}
