package dev.strake.check.port;

import dev.strake.spec.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A port that a program listens on.
 *
 * @param program for messages: {@code kubelet}
 * @param origin where the port was written; null if nobody can choose it
 */
public record HostPort(
    int port, Protocol protocol, String program, Site site, @Nullable Origin origin) {

  /** What is spoken on a port; two programs may share a number if they speak differently. */
  public enum Protocol {
    tcp,
    udp
  }
}
