package dev.strake.resolve;

/**
 * Where clients and nodes reach the API server, and where API servers listen.
 *
 * @param host a DNS name or an address, IPv6 without brackets
 * @param port on the load balancer
 * @param bindPort on each control plane node
 */
public record ResolvedEndpoint(String host, int port, int bindPort) {

  /** {@code host:port}, with brackets around IPv6. */
  public String authority() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
