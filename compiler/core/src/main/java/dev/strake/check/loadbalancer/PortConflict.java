package dev.strake.check.loadbalancer;

import dev.strake.check.SpecCheck;
import dev.strake.check.port.HostPort;
import dev.strake.check.port.HostPorts;
import dev.strake.check.port.Site;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedLoadBalancer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Two programs of one machine that want one port. The second one does not start, and which is the
 * second changes with each boot.
 *
 * @see <a href="https://github.com/kubernetes/kubeadm/issues/2472">kubeadm#2472: HAProxy and the
 *     API server on 6443</a>
 */
final class PortConflict implements SpecCheck {

  static final Code PORT_CONFLICT = Code.error("spec/port-conflict");

  private static final int FIRST_PROPOSED = 6443;
  private static final int LAST_PORT = 65535;

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    boolean colocated = cluster.loadBalancer().map(ResolvedLoadBalancer::isColocated).orElse(false);
    List<HostPort> all = HostPorts.of(cluster);
    Set<Site> controlPlane = EnumSet.of(Site.MACHINE, Site.NODE, Site.CONTROL_PLANE);
    if (colocated) {
      controlPlane.add(Site.BALANCER);
    } else {
      check(all, EnumSet.of(Site.MACHINE, Site.BALANCER), sink);
    }
    check(all, controlPlane, sink);
  }

  /** Holds each port that the spec chooses against those on the same machine. */
  private static void check(List<HostPort> all, Set<Site> sites, DiagnosticSink sink) {
    List<HostPort> here = all.stream().filter(port -> sites.contains(port.site())).toList();
    for (int i = 0; i < here.size(); i++) {
      HostPort chosen = here.get(i);
      for (int j = i + 1; j < here.size() && chosen.origin() != null; j++) {
        HostPort other = here.get(j);
        if (other.port() == chosen.port() && other.protocol() == chosen.protocol()) {
          sink.report(finding(chosen, other, here));
        }
      }
    }
  }

  private static Diagnostic finding(HostPort chosen, HostPort other, List<HostPort> here) {
    if (chosen.origin() == null) {
      throw new IllegalStateException("nobody chose " + chosen);
    }
    Diagnostic finding =
        chosen
            .origin()
            .finding(
                PORT_CONFLICT,
                "%s and %s both want port %s of one machine"
                    .formatted(chosen.program(), other.program(), chosen.port()))
            .withHelp("write a port that is free there: " + free(here));
    return other.origin() == null
        ? finding
        : finding.withRelated(other.origin().range(), other.program() + " wants it here");
  }

  private static int free(List<HostPort> here) {
    return IntStream.rangeClosed(FIRST_PROPOSED, LAST_PORT)
        .filter(port -> here.stream().noneMatch(taken -> taken.port() == port))
        .findFirst()
        .orElseThrow();
  }
}
