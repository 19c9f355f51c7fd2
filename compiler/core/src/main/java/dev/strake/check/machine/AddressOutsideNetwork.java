package dev.strake.check.machine;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.MachineNetwork;
import dev.strake.spec.Origin;
import dev.strake.value.CidrSet;
import dev.strake.value.IpFamily;
import java.util.stream.Collectors;

/**
 * An address of a machine, or the virtual one, outside the machine network. Firewalls, certificates
 * and the other checks are built on what the machine network is said to be.
 *
 * <p>A gateway outside is a warning: a router on the link needs no address of the link's own block.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/architecture/nodes/#addresses">Kubernetes: node
 *     addresses</a>
 */
final class AddressOutsideNetwork implements SpecCheck {

  static final Code ADDRESS_OUTSIDE_NETWORK = Code.error("spec/address-outside-network");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    MachineNetwork network = cluster.spec().spec().clusterNetwork().machines();
    CidrSet blocks = CidrSet.of(network.cidrBlocks());
    Origin written = cluster.origins().of(network, MachineNetwork::cidrBlocks);
    for (NetworkAddress used : NetworkAddress.of(cluster)) {
      if (blocks.around(used.address()).isEmpty()) {
        sink.report(finding(used, network, blocks).withRelated(written.range(), "the machines'"));
      }
    }
  }

  private static Diagnostic finding(NetworkAddress used, MachineNetwork network, CidrSet blocks) {
    IpFamily family = used.address().family();
    Severity severity =
        used.kind() == NetworkAddress.Kind.GATEWAY ? Severity.WARNING : Severity.ERROR;
    Diagnostic finding;
    if (!blocks.has(family)) {
      finding =
          used.origin()
              .finding(
                  ADDRESS_OUTSIDE_NETWORK,
                  "%s has the %s address %s, and the machine network has no %s block"
                      .formatted(used.whose(), family, used.address(), family))
              .withHelp("add the %s block to machines.cidrBlocks".formatted(family));
    } else {
      String ofFamily =
          network.cidrBlocks().stream()
              .filter(block -> block.family() == family)
              .map(Object::toString)
              .collect(Collectors.joining(" or "));
      finding =
          used.origin()
              .finding(
                  ADDRESS_OUTSIDE_NETWORK,
                  "%s has the address %s, outside the machine network"
                      .formatted(used.whose(), used.address()))
              .withHelp(
                  "give it an address in %s, or add its block to machines.cidrBlocks"
                      .formatted(ofFamily));
    }
    return finding.withSeverity(severity);
  }
}
