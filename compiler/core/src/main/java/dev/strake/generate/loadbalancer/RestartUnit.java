package dev.strake.generate.loadbalancer;

/**
 * What systemd shall do beside what a package's unit says: whatever ends the service, it comes back
 * a second later, and nobody gives up on it.
 *
 * @see <a
 *     href="https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html">systemd.service</a>
 */
final class RestartUnit {

  private static final String ALWAYS =
      """
      # Written by Strake from the cluster's description; change it there.
      [Unit]
      StartLimitIntervalSec=0

      [Service]
      Restart=always
      RestartSec=1
      """;

  static final String OF_KEEPALIVED = ALWAYS;

  /**
   * HAProxy does not start if it may not open two files for each connection; this is systemd's own
   * limit since 240, and enough for a quarter of a million.
   */
  static final String OF_HAPROXY = ALWAYS + "LimitNOFILE=524288\n";

  private RestartUnit() {}
}
