package dev.strake.value;

/** The two kinds of addresses. */
public enum IpFamily {
  IPV4(32, "IPv4"),
  IPV6(128, "IPv6");

  private final int bits;
  private final String text;

  IpFamily(int bits, String text) {
    this.bits = bits;
    this.text = text;
  }

  /** How long an address is. */
  public int bits() {
    return bits;
  }

  /** As people and Kubernetes write it: {@code IPv4}. */
  @Override
  public String toString() {
    return text;
  }
}
