package dev.strake.spec;

import dev.strake.value.IpFamily;

/**
 * What the packets between pods of two nodes are wrapped in.
 *
 * @see <a href="https://docs.tigera.io/calico/latest/networking/configuring/mtu">Calico: MTU and
 *     encapsulation</a>
 * @see <a href="https://github.com/cilium/cilium/blob/main/pkg/mtu/mtu.go">Cilium: the overhead of
 *     its tunnels</a>
 */
public enum Tunnel {
  /** Nothing: the network itself routes pods' addresses. */
  NONE("no encapsulation", 0),
  /** The inner Ethernet header, VXLAN's own and UDP's: 14, 8 and 8 bytes. */
  VXLAN("VXLAN", 30),
  /** As VXLAN, without options. */
  GENEVE("Geneve", 30),
  /** Another IP header and nothing else. */
  IPIP("IP in IP", 0),
  /** UDP's header, and WireGuard's with its checksum: 8 and 32 bytes. */
  WIREGUARD("WireGuard", 40);

  private final String text;
  private final int headers;

  Tunnel(String text, int headers) {
    this.text = text;
    this.headers = headers;
  }

  /**
   * How many bytes of each packet it takes.
   *
   * @param outer of the nodes' addresses that the packets travel between
   */
  public int overhead(IpFamily outer) {
    if (this == NONE) {
      return 0;
    }
    return headers + (outer == IpFamily.IPV4 ? 20 : 40);
  }

  /** As people write it. */
  @Override
  public String toString() {
    return text;
  }
}
