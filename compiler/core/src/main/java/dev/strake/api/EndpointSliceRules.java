package dev.strake.api;

import dev.strake.value.IpAddress;
import dev.strake.value.IpFamily;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Slices of the endpoints of a service. A port without a name has the empty one, which may stand
 * once, too.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/discovery/validation/validation.go">ValidateEndpointSlice
 *     in validation.go</a>
 */
final class EndpointSliceRules implements ObjectRules {

  private static final int MOST_ENDPOINTS = 1000;
  private static final int MOST_PORTS = 20_000;
  private static final int MOST_ADDRESSES = 100;
  private static final int MOST_ZONES = 8;

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor type = object.field("addressType");
    Check.requiredOneOf(type, List.of("FQDN", "IPv4", "IPv6"));
    Check.atMost(object.field("endpoints"), MOST_ENDPOINTS);
    for (Cursor endpoint : object.field("endpoints").items()) {
      checkEndpoint(endpoint, type.text(), context);
    }
    checkPorts(object.field("ports"));
  }

  /** validateEndpoints. */
  private static void checkEndpoint(Cursor endpoint, String type, ApiContext context) {
    Cursor addresses = endpoint.field("addresses");
    if (addresses.isEmpty()) {
      addresses.missing("an endpoint needs at least one");
    }
    Check.atMost(addresses, MOST_ADDRESSES);
    addresses.items().forEach(address -> checkAddress(address, type, context));
    if (endpoint.field("nodeName").isSet()) {
      Check.shapeEvenEmpty(endpoint.field("nodeName"), Texts::subdomainProblem);
    }
    Labels.check(endpoint.field("deprecatedTopology"));
    if (endpoint.field("hostname").isSet()) {
      Check.shapeEvenEmpty(endpoint.field("hostname"), Texts::labelProblem);
    }
    checkZones(endpoint.field("hints", "forZones"));
  }

  private static void checkAddress(Cursor address, String type, ApiContext context) {
    switch (type) {
      case "FQDN" -> Check.shapeEvenEmpty(address, Domains::domainProblem);
      case "IPv4" -> checkIp(address, IpFamily.IPV4, context);
      case "IPv6" -> checkIp(address, IpFamily.IPV6, context);
      default -> {}
    }
  }

  private static void checkIp(Cursor address, IpFamily family, ApiContext context) {
    Addresses.legacyIp(address, context);
    if (Addresses.find(address.text()).map(IpAddress::family).orElse(family) != family) {
      address.invalid("must be an " + family + " address, as addressType says");
    }
    ServiceAddresses.checkNotSpecial(address);
  }

  /** validateHints. */
  private static void checkZones(Cursor zones) {
    Check.atMost(zones, MOST_ZONES);
    Seen names = new Seen();
    for (Cursor zone : zones.items()) {
      Cursor name = zone.field("name");
      names.add(name, name.text(), "the zone " + name.text());
    }
  }

  /** validatePorts. */
  private static void checkPorts(Cursor ports) {
    Check.atMost(ports, MOST_PORTS);
    Map<String, Cursor> names = new HashMap<>();
    for (Cursor port : ports.items()) {
      Cursor name = port.field("name");
      Check.shape(name, Texts::labelProblem);
      Cursor earlier = names.putIfAbsent(name.text(), name);
      if (earlier != null && (name.isText() || !name.isSet())) {
        name.duplicate(earlier, "a port named \"" + name.text() + "\"");
      }
      Check.oneOf(port.field("protocol"), ServicePorts.PROTOCOLS);
      if (port.field("appProtocol").isSet()) {
        Check.shapeEvenEmpty(port.field("appProtocol"), Texts::qualifiedProblem);
      }
    }
  }
}
