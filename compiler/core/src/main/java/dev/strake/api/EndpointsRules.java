package dev.strake.api;

import java.util.List;

/**
 * Endpoints.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validateEndpointSubsets
 *     in validation.go</a>
 */
final class EndpointsRules implements ObjectRules {

  @Override
  public void check(Cursor object, ApiContext context) {
    for (Cursor subset : object.field("subsets").items()) {
      if (subset.field("addresses").isEmpty() && subset.field("notReadyAddresses").isEmpty()) {
        subset.report(
            ApiCode.MISSING_FIELD, subset.path() + " needs one of addresses, notReadyAddresses");
      }
      for (String list : List.of("addresses", "notReadyAddresses")) {
        subset.field(list).items().forEach(address -> checkAddress(address, context));
      }
      List<Cursor> ports = subset.field("ports").items();
      ports.forEach(port -> checkPort(port, ports.size() > 1));
    }
  }

  /** validateEndpointAddress. */
  private static void checkAddress(Cursor address, ApiContext context) {
    Addresses.legacyIp(address.field("ip"), context);
    ServiceAddresses.checkNotSpecial(address.field("ip"));
    Check.shape(address.field("hostname"), Texts::labelProblem);
    if (address.field("nodeName").isSet()) {
      Check.shapeEvenEmpty(address.field("nodeName"), Texts::subdomainProblem);
    }
  }

  /** validateEndpointPort. */
  private static void checkPort(Cursor port, boolean several) {
    Cursor name = port.field("name");
    if (several && name.isBlank()) {
      name.missing("several ports need names");
    }
    Check.shape(name, Texts::labelProblem);
    Check.port(port.field("port"));
    Check.oneOfOrEmpty(port.field("protocol"), ServicePorts.PROTOCOLS);
    if (port.field("appProtocol").isSet()) {
      Check.shapeEvenEmpty(port.field("appProtocol"), Texts::qualifiedProblem);
    }
  }
}
