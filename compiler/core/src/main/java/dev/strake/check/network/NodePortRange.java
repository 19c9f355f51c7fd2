package dev.strake.check.network;

import dev.strake.check.SpecCheck;
import dev.strake.check.port.HostPort;
import dev.strake.check.port.HostPorts;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.Origin;
import dev.strake.value.PortRange;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Ports for Services that something else uses on the nodes. kube-proxy takes such a port on every
 * node, whoever listens there: a Service that happens to get 10250 cuts the control plane off from
 * all kubelets. Ports that the kernel gives to outgoing connections are less bad: one connection in
 * many fails.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport">Kubernetes:
 *     NodePort</a>
 * @see <a
 *     href="https://docs.kernel.org/networking/ip-sysctl.html#ip-variables">ip_local_port_range:
 *     32768 to 60999</a>
 */
final class NodePortRange implements SpecCheck {

  static final Code NODE_PORTS_TAKEN = Code.warning("spec/node-ports-taken");
  static final Code NODE_PORTS_EPHEMERAL = Code.info("spec/node-ports-ephemeral");

  private static final PortRange EPHEMERAL = new PortRange(32768, 60999);
  private static final PortRange USUAL = new PortRange(30000, 32767);
  private static final int MOST_NAMED = 3;

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterNetwork network = cluster.spec().spec().clusterNetwork();
    PortRange range = network.serviceNodePortRange();
    Origin origin = cluster.origins().of(network, ClusterNetwork::serviceNodePortRange);
    List<HostPort> taken =
        HostPorts.onNodes(cluster)
            .filter(port -> range.contains(port.port()))
            .sorted(Comparator.comparingInt(HostPort::port))
            .toList();
    if (!taken.isEmpty()) {
      sink.report(taken(origin, range, taken));
    }
    if (range.last() >= EPHEMERAL.first() && range.first() <= EPHEMERAL.last()) {
      sink.report(
          origin
              .finding(
                  NODE_PORTS_EPHEMERAL,
                  "the node ports %s share ports with outgoing connections, %s"
                      .formatted(range, EPHEMERAL))
              .withHelp(
                  "write %s, or set net.ipv4.ip_local_reserved_ports: %s on the nodes"
                      .formatted(
                          range.first() < EPHEMERAL.first()
                              ? new PortRange(range.first(), EPHEMERAL.first() - 1)
                              : USUAL,
                          range)));
    }
  }

  private static Diagnostic taken(Origin origin, PortRange range, List<HostPort> taken) {
    String named =
        taken.stream()
            .limit(MOST_NAMED)
            .map(port -> port.port() + " (" + port.program() + ")")
            .collect(Collectors.joining(", "));
    String more =
        taken.size() > MOST_NAMED ? " and %s more".formatted(taken.size() - MOST_NAMED) : "";
    Diagnostic finding =
        origin
            .finding(NODE_PORTS_TAKEN, "the node ports %s hold %s%s".formatted(range, named, more))
            .withHelp("write " + largestFree(range, taken));
    for (HostPort port : taken) {
      if (port.origin() != null) {
        finding = finding.withRelated(port.origin().range(), port.program() + " listens here");
      }
    }
    return finding;
  }

  /** The largest part of a range without ports that are taken. */
  private static PortRange largestFree(PortRange range, List<HostPort> taken) {
    TreeSet<Integer> walls = new TreeSet<>();
    taken.forEach(port -> walls.add(port.port()));
    walls.add(range.last() + 1);
    PortRange best = null;
    int first = range.first();
    for (int wall : walls) {
      if (wall > first && (best == null || wall - first > best.size())) {
        best = new PortRange(first, wall - 1);
      }
      first = wall + 1;
    }
    return best == null ? USUAL : best;
  }
}
