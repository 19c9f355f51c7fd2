package dev.strake.generate.loadbalancer;

import dev.strake.value.InterfaceAddress;
import dev.strake.value.InterfaceName;
import dev.strake.value.IpFamily;

/**
 * The address that clients use. An IPv6 one is deprecated from its first second, which means that
 * the host answers by it and begins nothing with it: its own connections would end when the address
 * moves. An IPv4 one in the network of the host's own is a secondary address, and never a source.
 */
record VirtualAddress(InterfaceAddress address, InterfaceName networkInterface) {

  boolean isIpv6() {
    return address.address().family() == IpFamily.IPV6;
  }

  void writeTo(KeepalivedText text) {
    text.open("virtual_ipaddress");
    if (isIpv6()) {
      text.line(address.toString(), "dev", networkInterface.toString(), "preferred_lft", "0");
    } else {
      text.line(address.toString(), "dev", networkInterface.toString());
    }
    text.close();
  }
}
