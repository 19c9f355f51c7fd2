package dev.strake.api;

import dev.strake.value.IpAddress;
import dev.strake.value.IpFamily;
import dev.strake.value.LabelValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
  private static final int MOST_HINTS = 8;
  private static final int MOST_TOPOLOGY_LABELS = 16;

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
    checkTopology(endpoint.field("deprecatedTopology"));
    if (endpoint.field("hostname").isSet()) {
      Check.shapeEvenEmpty(endpoint.field("hostname"), Texts::labelProblem);
    }
    checkHints(endpoint.field("hints", "forZones"), "the zone ", EndpointSliceRules::zoneProblem);
    // The server drops them before 1.34.
    if (context.isSince(34)) {
      checkHints(endpoint.field("hints", "forNodes"), "the node ", Texts::subdomainProblem);
    }
  }

  private static void checkTopology(Cursor topology) {
    int count = topology.values().size();
    if (count > MOST_TOPOLOGY_LABELS) {
      topology.report(
          ApiCode.TOO_LONG,
          "%s has %s labels, and %s are allowed"
              .formatted(topology.path(), count, MOST_TOPOLOGY_LABELS));
    }
    Labels.check(topology);
  }

  private static @Nullable String zoneProblem(String text) {
    return Texts.problem(LabelValue.parse(text));
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
  private static void checkHints(
      Cursor hints, String what, Function<String, @Nullable String> problemOf) {
    Check.atMost(hints, MOST_HINTS);
    Seen names = new Seen();
    for (Cursor hint : hints.items()) {
      Cursor name = hint.field("name");
      Check.shapeEvenEmpty(name, problemOf);
      names.add(name, name.text(), what + name.text());
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
