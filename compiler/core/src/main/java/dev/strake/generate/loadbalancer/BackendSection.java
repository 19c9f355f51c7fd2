package dev.strake.generate.loadbalancer;

import java.util.List;

/**
 * The API servers.
 *
 * <p>{@code leastconn}, because connections live for hours: with {@code roundrobin} a restarted
 * server would get its share of new connections only, and stay idle for long. {@code slowstart}
 * keeps it from getting all of them at once.
 *
 * <p>A server that is down loses its sessions too: a client whose server is gone without a word
 * finds a living one within seconds, not when its own timeouts end. Connections that fail count as
 * failed checks, so that a busy balancer finds out sooner.
 *
 * <p>On a control plane the API server beside it is one of all: a client that comes by the virtual
 * address would otherwise meet the same server as long as the address stays.
 */
record BackendSection(String name, HealthCheck check, List<Server> servers)
    implements HaproxySection {

  BackendSection {
    servers = List.copyOf(servers);
  }

  @Override
  public void writeTo(HaproxyText text) {
    text.section("backend", name);
    text.line("balance", "leastconn");
    text.line("option", "log-health-checks");
    check.writeTo(text);
    text.line(
        "default-server",
        "observe",
        "layer4",
        "slowstart",
        "30s",
        "on-marked-down",
        "shutdown-sessions");
    for (Server server : servers) {
      text.line("server", server.name(), server.address().toString());
    }
  }
}
