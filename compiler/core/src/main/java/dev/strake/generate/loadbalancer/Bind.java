package dev.strake.generate.loadbalancer;

import dev.strake.value.IpFamily;

/**
 * A port on all addresses of one family. Not on the virtual address alone: a host that does not
 * carry it at the moment could not start. Each family has a line of its own, because what {@code
 * ::} takes of IPv4 depends on the host's settings, and on a host without IPv6 it fails.
 */
record Bind(IpFamily family, int port) {

  void writeTo(HaproxyText text) {
    if (family == IpFamily.IPV6) {
      text.line("bind", "[::]:" + port, "v6only");
    } else {
      text.line("bind", "*:" + port);
    }
  }
}
