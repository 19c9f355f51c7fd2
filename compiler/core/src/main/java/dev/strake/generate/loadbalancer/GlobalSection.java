package dev.strake.generate.loadbalancer;

import org.jspecify.annotations.Nullable;

/**
 * The process as a whole.
 *
 * <p>A reload starts a new worker, which takes over the listening sockets without closing them (2.4
 * asks the admin socket for them); the old one goes on until its connections have ended. Watches
 * end by themselves within ten minutes, so that after {@code hard-stop-after} next to nothing is
 * cut; and who reloads often does not gather old workers.
 *
 * @param maxConnections of all clients together, those of the statistics included
 * @param confinement null to stay who started it, where it was started
 * @param adminSocket where root may ask the process and drain its servers
 * @see <a href="https://docs.haproxy.org/2.4/management.html#4">Stopping and restarting HAProxy</a>
 */
record GlobalSection(int maxConnections, @Nullable Confinement confinement, String adminSocket)
    implements HaproxySection {

  /**
   * What is left to the process once its ports are open.
   *
   * @param user and group whom it becomes; both families' packages make it
   * @param root the folder that is its whole file system then
   */
  record Confinement(String user, String root) {}

  @Override
  public void writeTo(HaproxyText text) {
    text.section("global");
    // To the service manager's journal: a chroot or a missing syslog cannot lose it.
    text.line("log", "stdout", "format", "short", "daemon", "info");
    text.line("maxconn", Integer.toString(maxConnections));
    if (confinement != null) {
      text.line("chroot", confinement.root());
      text.line("user", confinement.user());
      text.line("group", confinement.user());
    }
    text.line(
        "stats", "socket", adminSocket, "mode", "600", "level", "admin", "expose-fd", "listeners");
    text.line("hard-stop-after", "15m");
    text.line("mworker-max-reloads", "3");
  }
}
