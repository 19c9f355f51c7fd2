package dev.strake.api;

import java.util.List;

/**
 * The ports of a service. An absent protocol is TCP, and an absent target port the port itself.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validateServicePort
 *     in validation.go</a>
 */
final class ServicePorts {

  static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");
  private static final String NO_NODE_PORT = "0";
  private static final long FIRST_NODE_PORT = 30_000;
  private static final long LAST_NODE_PORT = 32_767;

  private ServicePorts() {}

  static void check(Cursor spec, String type) {
    Cursor ports = spec.field("ports");
    if (ports.isEmpty()
        && !ServiceAddresses.isHeadless(spec)
        && !type.equals(ServiceRules.EXTERNAL_NAME)) {
      ports.missing("only headless services and those of the type ExternalName need none");
    }
    boolean several = ports.items().size() > 1;
    Seen names = new Seen();
    for (Cursor port : ports.items()) {
      checkPort(port, several, names);
      checkNodePort(port.field("nodePort"), type);
    }
    checkTwins(ports);
  }

  private static void checkPort(Cursor port, boolean several, Seen names) {
    Cursor name = port.field("name");
    if (several && name.isBlank()) {
      name.missing("the ports of a service with several need names");
    }
    Check.shape(name, Texts::labelProblem);
    names.add(name, name.text(), "a port named " + name.text());
    Check.port(port.field("port"));
    Check.oneOfOrEmpty(port.field("protocol"), PROTOCOLS);
    Cursor target = port.field("targetPort");
    if (!target.isBlank() && target.integerOr(-1) != 0) {
      Check.portOrName(target);
    }
    if (port.field("appProtocol").isSet()) {
      Check.shapeEvenEmpty(port.field("appProtocol"), Texts::qualifiedProblem);
    }
  }

  private static void checkNodePort(Cursor port, String type) {
    if (port.integerOr(0) == 0) {
      return;
    }
    if (type.equals(ServiceRules.CLUSTER_IP)) {
      port.forbidden("with the type ClusterIP");
    } else if (!type.equals(ServiceRules.EXTERNAL_NAME)) {
      checkNodePort(port);
    }
  }

  /** The range that the server allocates from, unless --service-node-port-range says otherwise. */
  static void checkNodePort(Cursor port) {
    if (port.integerOr(0) != 0) {
      Check.range(port, FIRST_NODE_PORT, LAST_NODE_PORT);
    }
  }

  private static void checkTwins(Cursor ports) {
    Seen nodePorts = new Seen();
    Seen numbers = new Seen();
    for (Cursor port : ports.items()) {
      String protocol = port.field("protocol").textOr("TCP");
      Cursor nodePort = port.field("nodePort");
      String number = Long.toString(nodePort.integerOr(0));
      if (!number.equals(NO_NODE_PORT)) {
        nodePorts.add(nodePort, protocol + number, "the node port " + number + "/" + protocol);
      }
      Cursor own = port.field("port");
      if (own.isNumber()) {
        String text = own.integerOr(0) + "/" + protocol;
        numbers.add(own, text, "the port " + text);
      }
    }
  }
}
