package dev.strake.sync.host;

import dev.strake.bundle.Host;

/** What somebody types to do by hand what a sync does over SSH. */
public final class HostCommands {

  private static final String OUT = "out";

  private HostCommands() {}

  /**
   * One line for a shell: sends the host's folder, and runs its bootstrap.sh.
   *
   * @param cluster whose output is below {@code out}, where {@code strake compile PATH -o out} has
   *     put it
   */
  public static String apply(String cluster, Host host) {
    String there = "/var/lib/strake/" + host.role().record();
    return ("tar -C %s/%s/%s -cz . | ssh root@%s"
            + " 'rm -rf %s && mkdir -p %s && tar -xzC %s --no-same-owner && bash %s/bootstrap.sh'")
        .formatted(OUT, cluster, host.folder(), host.address(), there, there, there, there);
  }
}
