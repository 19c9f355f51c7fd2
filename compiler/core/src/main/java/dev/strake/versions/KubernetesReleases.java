package dev.strake.versions;

import dev.strake.value.KubernetesVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The minors of Kubernetes that something is known of. */
public final class KubernetesReleases {

  private static final List<KubernetesRelease> ALL =
      Table.load(
              "kubernetes.tsv",
              "minor",
              "released",
              "end-of-life",
              "newest-patch",
              "kubeadm",
              "authentication")
          .rows()
          .stream()
          .map(KubernetesReleases::release)
          .toList();

  private KubernetesReleases() {}

  private static KubernetesRelease release(Row row) {
    return new KubernetesRelease(
        row.minor("minor"),
        row.day("released"),
        row.day("end-of-life"),
        row.number("newest-patch"),
        row.texts("kubeadm"),
        row.text("authentication"));
  }

  /** Oldest first, without gaps. */
  public static List<KubernetesRelease> all() {
    return ALL;
  }

  public static KubernetesRelease oldest() {
    return ALL.get(0);
  }

  public static KubernetesRelease newest() {
    return ALL.get(ALL.size() - 1);
  }

  /** Empty for a minor older or newer than those known. */
  public static Optional<KubernetesRelease> of(MinorVersion minor) {
    return ALL.stream().filter(release -> release.minor().equals(minor)).findFirst();
  }

  /** Empty for a version whose minor is older or newer than those known. */
  public static Optional<KubernetesRelease> of(KubernetesVersion version) {
    return of(MinorVersion.of(version));
  }

  /** Those that are supported on a day, oldest first; not those that came later. */
  public static List<KubernetesRelease> supported(LocalDate day) {
    return ALL.stream()
        .filter(release -> !release.released().isAfter(day) && !release.endOfLife().isBefore(day))
        .toList();
  }
}
