package dev.strake.check.controlplane;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.Node;
import dev.strake.value.LabelValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A failure domain with so many members of etcd that the others have no majority without it. A
 * cluster that names one domain in all has no choice, and is not asked.
 *
 * @see <a href="https://etcd.io/docs/v3.6/faq/#what-is-failure-tolerance">etcd: failure
 *     tolerance</a>
 */
final class EtcdFailureDomains implements SpecCheck {

  static final Code ETCD_FAILURE_DOMAIN = Code.warning("spec/etcd-failure-domain");

  private static final int LEAST_MEMBERS = 3;

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    List<ResolvedNode> members = cluster.controlPlaneNodes().toList();
    boolean isExternal = cluster.spec().spec().controlPlane().etcd().external() != null;
    if (isExternal || members.size() < LEAST_MEMBERS || domains(cluster.nodes()).size() < 2) {
      return;
    }
    int majority = members.size() / 2 + 1;
    domains(members)
        .forEach(
            (domain, inside) -> {
              int rest = members.size() - inside.size();
              if (rest < majority) {
                sink.report(finding(cluster, domain, inside, rest, majority));
              }
            });
  }

  private static Map<LabelValue, List<ResolvedNode>> domains(List<ResolvedNode> nodes) {
    return nodes.stream()
        .filter(node -> node.node().failureDomain() != null)
        .collect(
            Collectors.groupingBy(
                node -> node.node().failureDomain(), TreeMap::new, Collectors.toList()));
  }

  /** At the first member that is one too many. */
  private static Diagnostic finding(
      ResolvedCluster cluster,
      LabelValue domain,
      List<ResolvedNode> inside,
      int rest,
      int majority) {
    int tooMany = majority - rest;
    Node guilty = inside.get(inside.size() - tooMany).node();
    Diagnostic finding =
        cluster
            .origins()
            .of(guilty, Node::failureDomain)
            .finding(
                ETCD_FAILURE_DOMAIN,
                "%s members of etcd are in failure domain %s, and without it %s of %s %s no majority"
                    .formatted(
                        inside.size(),
                        domain,
                        rest,
                        rest + inside.size(),
                        rest == 1 ? "is" : "are"));
    for (ResolvedNode node : inside) {
      if (!node.node().name().equals(guilty.name())) {
        finding =
            finding.withRelated(
                cluster.origins().of(node.node(), Node::failureDomain).range(),
                "%s is there too".formatted(node.name()));
      }
    }
    return finding.withHelp(
        "put %s into another failure domain; three of them bear the loss of any one"
            .formatted(tooMany == 1 ? guilty.name().toString() : tooMany + " of them"));
  }
}
