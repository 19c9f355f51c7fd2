package dev.strake.generate.loadbalancer;

/**
 * An address and a port.
 *
 * @param address IPv6 without brackets; never a name, so that HAProxy asks no name server
 */
record SocketAddress(String address, int port) {

  /** With brackets around IPv6. */
  @Override
  public String toString() {
    return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
  }
}
