package dev.strake.versions;

import dev.strake.value.OsVersion;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A release of an operating system.
 *
 * @param family as os-release names it: {@code ubuntu}
 * @param release {@code 24.04}; {@code 9} for all of 9.x
 * @param endOfLife the last day of security updates that cost nothing
 * @param cgroup the control groups that its installer sets up
 * @param kernel the line of Linux that its installer installs
 */
public record OsRelease(
    String family, String release, LocalDate endOfLife, Cgroup cgroup, MinorVersion kernel) {

  /** Versions of Linux's control groups. */
  public enum Cgroup {
    V1,
    V2;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final List<OsRelease> ALL =
      Table.load("os.tsv", "family", "release", "end-of-life", "cgroup", "kernel").rows().stream()
          .map(
              row ->
                  new OsRelease(
                      row.text("family"),
                      row.text("release"),
                      row.day("end-of-life"),
                      row.choice("cgroup", Cgroup.class),
                      row.minor("kernel")))
          .toList();

  static List<OsRelease> all() {
    return ALL;
  }

  /** The release that a version belongs to; empty if nothing is known of it. */
  public static Optional<OsRelease> of(String family, OsVersion version) {
    return ALL.stream()
        .filter(known -> known.family.equals(family) && known.includes(version.text()))
        .findFirst();
  }

  /** The release of a family that is supported longest. */
  public static Optional<OsRelease> longestSupported(String family) {
    return ALL.stream()
        .filter(known -> known.family.equals(family))
        .max(Comparator.comparing(OsRelease::endOfLife));
  }

  private boolean includes(String version) {
    return version.equals(release) || version.startsWith(release + ".");
  }

  /** {@code ubuntu 24.04}. */
  @Override
  public String toString() {
    return family + " " + release;
  }
}
