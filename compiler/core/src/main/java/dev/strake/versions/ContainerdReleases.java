package dev.strake.versions;

import dev.strake.value.SemanticVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Minors of containerd, and which patches of them go with which minor of Kubernetes.
 *
 * @see <a
 *     href="https://github.com/containerd/containerd/blob/main/RELEASES.md#kubernetes-support">containerd:
 *     Kubernetes support</a>
 */
public final class ContainerdReleases {

  private static final NavigableMap<MinorVersion, LocalDate> ENDS = new TreeMap<>();
  private static final NavigableMap<MinorVersion, List<SemanticVersion>> FLOORS = new TreeMap<>();

  static {
    for (Row row : Table.load("containerd.tsv", "minor", "end-of-life").rows()) {
      ENDS.put(row.minor("minor"), row.day("end-of-life"));
    }
    for (Row row : Table.load("containerd-kubernetes.tsv", "kubernetes", "floors").rows()) {
      FLOORS.put(row.minor("kubernetes"), row.versions("floors"));
    }
  }

  private ContainerdReleases() {}

  /** The last day of a minor's support; empty if the minor is not known. */
  public static Optional<LocalDate> endOfLife(MinorVersion containerd) {
    return Optional.ofNullable(ENDS.get(containerd));
  }

  /** The newest minor that is known. */
  public static MinorVersion newest() {
    return ENDS.lastKey();
  }

  /**
   * The least patch of each minor of containerd that goes with a minor of Kubernetes, newest first.
   * A Kubernetes that is newer than what is known asks for at least what the newest known does.
   *
   * @return empty for a Kubernetes that is older than what is known
   */
  public static List<SemanticVersion> floors(MinorVersion kubernetes) {
    Map.Entry<MinorVersion, List<SemanticVersion>> row = FLOORS.floorEntry(kubernetes);
    return row == null ? List.of() : row.getValue();
  }

  /**
   * The least containerd to use instead of one that does not go with a Kubernetes: of its own minor
   * if that can do, else of the oldest that can and is newer.
   *
   * @return empty if it goes with it, as far as is known
   */
  public static Optional<SemanticVersion> least(
      MinorVersion kubernetes, SemanticVersion containerd) {
    MinorVersion minor = MinorVersion.of(containerd);
    SemanticVersion least = null;
    for (SemanticVersion floor : floors(kubernetes)) {
      if (MinorVersion.of(floor).compareTo(minor) >= 0) {
        least = floor;
      }
    }
    return Optional.ofNullable(least).filter(floor -> floor.compareTo(containerd) > 0);
  }
}
