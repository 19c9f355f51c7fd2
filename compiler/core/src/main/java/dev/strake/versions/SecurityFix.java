package dev.strake.versions;

import dev.strake.value.KubernetesVersion;
import java.util.List;

/**
 * A flaw of Kubernetes that a patch fixes.
 *
 * @param release the first patch of its minor that has the fix
 * @param advisory the flaw's name: {@code CVE-2025-5187}
 * @param what somebody can do without it
 * @see <a
 *     href="https://kubernetes.io/docs/reference/issues-security/official-cve-feed/">Kubernetes:
 *     official CVE feed</a>
 */
public record SecurityFix(KubernetesVersion release, String advisory, String what) {

  private static final List<SecurityFix> ALL =
      Table.load("fixes.tsv", "release", "advisory", "what").rows().stream()
          .map(
              row ->
                  new SecurityFix(row.release("release"), row.text("advisory"), row.text("what")))
          .toList();

  static List<SecurityFix> all() {
    return ALL;
  }

  /** Fixes of a version's minor that the version does not have; none if it is the newest. */
  public static List<SecurityFix> missingFrom(KubernetesVersion version) {
    return ALL.stream()
        .filter(fix -> fix.release.minorText().equals(version.minorText()))
        .filter(fix -> fix.release.compareTo(version) > 0)
        .toList();
  }
}
