package dev.strake.generate.loadbalancer;

import java.util.List;

/**
 * Takes connections and hands them, still encrypted, to one backend.
 *
 * @param maxConnections after which new ones wait in the kernel; fewer than the process has, or an
 *     overload would look like a failure to the check that asks for the statistics
 */
record FrontendSection(String name, List<Bind> binds, int maxConnections, String backend)
    implements HaproxySection {

  FrontendSection {
    binds = List.copyOf(binds);
  }

  @Override
  public void writeTo(HaproxyText text) {
    text.section("frontend", name);
    for (Bind bind : binds) {
      bind.writeTo(text);
    }
    text.line("option", "tcplog");
    text.line("maxconn", Integer.toString(maxConnections));
    text.line("default_backend", backend);
  }
}
