package dev.strake.versions;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A minor of a pod network's plugin, with the minors of Kubernetes that it was tested with.
 *
 * @param plugin {@code Calico} or {@code Cilium}
 * @param from the oldest Kubernetes, inclusive
 * @param to the newest Kubernetes, inclusive
 */
public record CniRelease(String plugin, MinorVersion release, MinorVersion from, MinorVersion to) {

  private static final List<CniRelease> ALL =
      Table.load("cni.tsv", "plugin", "release", "from", "to").rows().stream()
          .map(
              row ->
                  new CniRelease(
                      row.text("plugin"), row.minor("release"), row.minor("from"), row.minor("to")))
          .toList();

  static List<CniRelease> all() {
    return ALL;
  }

  /** Empty if nothing is known of that release. */
  public static Optional<CniRelease> of(String plugin, MinorVersion release) {
    return ALL.stream()
        .filter(known -> known.plugin.equals(plugin) && known.release.equals(release))
        .findFirst();
  }

  /** The newest release of a plugin that was tested with a Kubernetes; empty if none was. */
  public static Optional<CniRelease> newestFor(String plugin, MinorVersion kubernetes) {
    return ALL.stream()
        .filter(known -> known.plugin.equals(plugin) && known.isTestedWith(kubernetes))
        .max(Comparator.comparing(CniRelease::release));
  }

  public boolean isTestedWith(MinorVersion kubernetes) {
    return from.compareTo(kubernetes) <= 0 && kubernetes.compareTo(to) <= 0;
  }
}
