package dev.strake.generate.loadbalancer;

/**
 * What systemd shall do beside what a package's unit says.
 *
 * @see <a
 *     href="https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html">systemd.service</a>
 */
final class RestartUnit {

  /** Whatever ends the service, it comes back a second later, and nobody gives up on it. */
  static final String TEXT =
      """
      # Written by Strake from the cluster's description; change it there.
      [Unit]
      StartLimitIntervalSec=0

      [Service]
      Restart=always
      RestartSec=1
      """;

  private RestartUnit() {}
}
