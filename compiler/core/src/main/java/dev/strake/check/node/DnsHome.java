package dev.strake.check.node;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.Taint;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cluster in which CoreDNS finds no node: each one has a taint that it does not tolerate. As
 * kubeadm sets it up, it tolerates a control plane's usual taint.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/phases/addons/dns/manifests.go">CoreDNSDeployment
 *     in kubeadm</a>
 */
final class DnsHome implements SpecCheck {

  static final Code DNS_UNSCHEDULABLE = Code.error("spec/dns-unschedulable");

  private static final String CONTROL_PLANE = "node-role.kubernetes.io/control-plane";
  private static final String CRITICAL = "CriticalAddonsOnly";

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Stream<ResolvedNode> nodes = cluster.nodes().stream();
    if (!cluster.nodes().isEmpty() && nodes.allMatch(node -> repellent(node).isPresent())) {
      Taint taint = repellent(cluster.nodes().get(0)).orElseThrow();
      sink.report(
          cluster
              .origins()
              .of(taint, Taint::key)
              .finding(
                  DNS_UNSCHEDULABLE,
                  "no node takes CoreDNS: it tolerates %s:NoSchedule, and not %s"
                      .formatted(CONTROL_PLANE, taint))
              .withHelp(
                  "take %s from one pool, such as %s, and any other taint but %s"
                      .formatted(
                          taint.key(), cluster.nodes().get(0).pool().name(), CONTROL_PLANE)));
    }
  }

  private static Optional<Taint> repellent(ResolvedNode node) {
    return node.taints().stream().filter(DnsHome::isRepellent).findFirst();
  }

  private static boolean isRepellent(Taint taint) {
    String key = taint.key().toString();
    boolean usual = key.equals(CONTROL_PLANE) && taint.effect() == Taint.Effect.NoSchedule;
    return taint.repels() && !usual && !key.equals(CRITICAL);
  }
}
