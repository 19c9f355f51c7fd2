package dev.strake.check.machine;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.Addons.KubeletCsrApprover;
import dev.strake.spec.Node;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.value.CidrSet;
import dev.strake.value.IpAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Nodes whose serving certificate nobody approves, because their address is outside the blocks that
 * the approver was given.
 *
 * @see <a
 *     href="https://github.com/postfinance/kubelet-csr-approver#parameters">kubelet-csr-approver:
 *     provider-ip-prefixes</a>
 */
final class ApproverPrefixes implements SpecCheck {

  static final Code CSR_APPROVER_PREFIXES = Code.error("spec/csr-approver-prefixes");

  private record Refused(String node, IpAddress address, Origin origin) {}

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    KubeletCsrApprover approver = cluster.spec().spec().addons().kubeletCSRApprover();
    boolean asked = cluster.spec().spec().kubelet().serverTLSBootstrap();
    if (!asked || !approver.enabled() || approver.providerIPPrefixes().isEmpty()) {
      return;
    }
    List<Refused> refused = refused(cluster, CidrSet.of(approver.providerIPPrefixes()));
    if (refused.isEmpty()) {
      return;
    }
    Refused first = refused.get(0);
    String others = refused.size() == 1 ? "" : " and %s more".formatted(refused.size() - 1);
    String missing =
        CidrSet.of(cluster.networks().machines())
            .around(first.address())
            .map(Object::toString)
            .orElse(first.address() + "/" + first.address().family().bits());
    sink.report(
        cluster
            .origins()
            .of(approver, KubeletCsrApprover::providerIPPrefixes)
            .finding(
                CSR_APPROVER_PREFIXES,
                "the blocks do not hold the address %s of the node %s%s, so its certificate is"
                        .formatted(first.address(), first.node(), others)
                    + " never approved")
            .withRelated(first.origin().range(), "the address")
            .withHelp("add %s, or leave out providerIPPrefixes".formatted(missing)));
  }

  private static List<Refused> refused(ResolvedCluster cluster, CidrSet prefixes) {
    Origins origins = cluster.origins();
    List<Refused> refused = new ArrayList<>();
    for (ResolvedNode resolved : cluster.nodes()) {
      Node node = resolved.node();
      IpAddress second = node.secondaryAddress();
      if (prefixes.around(node.address()).isEmpty()) {
        Origin origin = origins.of(node, Node::address);
        refused.add(new Refused(resolved.name(), node.address(), origin));
      } else if (second != null && prefixes.around(second).isEmpty()) {
        Origin origin = origins.of(node, Node::secondaryAddress);
        refused.add(new Refused(resolved.name(), second, origin));
      }
    }
    return refused;
  }
}
