package dev.strake.generate.system;

import dev.strake.spec.OperatingSystem;
import dev.strake.value.AbsolutePath;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who looks after names and time on a system, and how that is told its servers. Where a family has
 * two daemons for one thing, both are told; only one of them is there.
 */
enum Daemons {
  /** Debian's family: systemd-resolved where it runs; systemd-timesyncd, or chrony since 25.10. */
  DEBIAN {
    @Override
    SortedMap<AbsolutePath, String> names(List<String> servers) {
      return new TreeMap<>(Map.of(RESOLVED, "[Resolve]\nDNS=" + String.join(" ", servers) + "\n"));
    }

    @Override
    SortedMap<AbsolutePath, String> time(List<String> servers) {
      return new TreeMap<>(
          Map.of(
              TIMESYNCD,
              "[Time]\nNTP=" + String.join(" ", servers) + "\n",
              CHRONY_SOURCES,
              lines("server %s iburst prefer", servers)));
    }
  },
  /** Red Hat's family: NetworkManager, and chrony with a single file. */
  RED_HAT {
    @Override
    SortedMap<AbsolutePath, String> names(List<String> servers) {
      String text = "[global-dns-domain-*]\nservers=" + String.join(",", servers) + "\n";
      return new TreeMap<>(Map.of(NETWORK_MANAGER, text));
    }

    @Override
    SortedMap<AbsolutePath, String> time(List<String> servers) {
      return new TreeMap<>(Map.of(CHRONY, lines("server %s iburst", servers) + CHRONY_DEFAULTS));
    }
  };

  private static final AbsolutePath RESOLVED =
      new AbsolutePath("/etc/systemd/resolved.conf.d/strake.conf");
  private static final AbsolutePath TIMESYNCD =
      new AbsolutePath("/etc/systemd/timesyncd.conf.d/strake.conf");
  private static final AbsolutePath CHRONY_SOURCES =
      new AbsolutePath("/etc/chrony/sources.d/strake.sources");
  private static final AbsolutePath CHRONY = new AbsolutePath("/etc/chrony.conf");
  private static final AbsolutePath NETWORK_MANAGER =
      new AbsolutePath("/etc/NetworkManager/conf.d/90-strake.conf");

  /** What Red Hat's own file says beside its servers. */
  private static final String CHRONY_DEFAULTS =
      """
      driftfile /var/lib/chrony/drift
      makestep 1.0 3
      rtcsync
      logdir /var/log/chrony
      """;

  static Daemons of(OperatingSystem.Family family) {
    return SystemFamily.of(family) == SystemFamily.DEBIAN ? DEBIAN : RED_HAT;
  }

  /**
   * Files by path.
   *
   * @see <a
   *     href="https://www.freedesktop.org/software/systemd/man/latest/resolved.conf.html">resolved.conf</a>
   * @see <a
   *     href="https://networkmanager.dev/docs/api/latest/NetworkManager.conf.html">NetworkManager.conf:
   *     global-dns</a>
   */
  abstract SortedMap<AbsolutePath, String> names(List<String> servers);

  /**
   * Files by path.
   *
   * @see <a
   *     href="https://www.freedesktop.org/software/systemd/man/latest/timesyncd.conf.html">timesyncd.conf</a>
   * @see <a href="https://chrony-project.org/doc/4.4/chrony.conf.html">chrony.conf</a>
   */
  abstract SortedMap<AbsolutePath, String> time(List<String> servers);

  private static String lines(String format, List<String> values) {
    return values.stream()
        .map(value -> format.formatted(value) + "\n")
        .collect(Collectors.joining());
  }
}
