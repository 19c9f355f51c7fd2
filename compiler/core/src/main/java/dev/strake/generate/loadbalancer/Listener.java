package dev.strake.generate.loadbalancer;

/**
 * An address and port to listen on or to connect to.
 *
 * @param address {@code *} for every IPv4 address of the host, {@code ::} for IPv6 too; IPv6
 *     without brackets
 */
record Listener(String address, int port) {

  /** As bind and server lines have it: HAProxy takes the last colon for the port's. */
  @Override
  public String toString() {
    return address + ":" + port;
  }
}
