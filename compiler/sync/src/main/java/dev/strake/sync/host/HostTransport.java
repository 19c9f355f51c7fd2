package dev.strake.sync.host;

import dev.strake.bundle.Host;

/** A way to run commands on hosts. By many threads. */
public interface HostTransport {

  /**
   * @throws HostUnreachable if there is no way, or it leads to another host
   */
  HostSession open(Host host);
}
