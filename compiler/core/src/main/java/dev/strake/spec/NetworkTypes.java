package dev.strake.spec;

import static dev.strake.spec.ValueType.string;

import dev.strake.value.AddressPool;
import dev.strake.value.Cidr;
import dev.strake.value.EmailAddress;
import dev.strake.value.HostName;
import dev.strake.value.HostPattern;
import dev.strake.value.HttpsUrl;
import dev.strake.value.InterfaceAddress;
import dev.strake.value.InterfaceName;
import dev.strake.value.IpAddress;
import dev.strake.value.MacAddress;
import dev.strake.value.Port;
import dev.strake.value.PortRange;
import java.util.List;

/** Addresses, ports, and what is reached through them. */
final class NetworkTypes {

  static final List<ValueType<?>> ALL =
      List.of(
          string(Cidr.class, "an address block", "^[0-9A-Fa-f.:]+/[0-9]{1,3}$", Cidr::parse),
          string(
              AddressPool.class,
              "a range of addresses",
              "^[0-9A-Fa-f.:]+[-/][0-9A-Fa-f.:]+$",
              AddressPool::parse),
          string(HostName.class, "a host name", "^[0-9A-Za-z.:-]+$", HostName::parse),
          string(
              HostPattern.class,
              "a host name or pattern",
              "^(\\*\\.)?[0-9a-z.-]+$",
              HostPattern::parse),
          string(HttpsUrl.class, "an https URL", "^https://[^@?#]+$", HttpsUrl::parse),
          string(
              InterfaceAddress.class,
              "an address with a prefix length",
              "^[0-9A-Fa-f.:]+/[0-9]{1,3}$",
              InterfaceAddress::parse),
          string(
              InterfaceName.class,
              "a network interface",
              "^[A-Za-z0-9._@-]{1,15}$",
              InterfaceName::parse),
          string(IpAddress.class, "an IP address", "^[0-9A-Fa-f.:]+$", IpAddress::parse),
          string(
              MacAddress.class,
              "an Ethernet address",
              "^[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}$",
              MacAddress::parse),
          string(
              PortRange.class,
              "a range of ports",
              "^[1-9][0-9]{0,4}-[1-9][0-9]{0,4}$",
              PortRange::parse),
          string(EmailAddress.class, "an e-mail address", "^[^@]+@[^@]+$", EmailAddress::parse),
          new ValueType<>(Port.class, "a port", ValueType.Written.NUMBER, "", Port::parse));

  private NetworkTypes() {}
}
