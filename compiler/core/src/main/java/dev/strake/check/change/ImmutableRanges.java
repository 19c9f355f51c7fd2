package dev.strake.check.change;

import dev.strake.check.ChangeCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.NetworkRanges;
import dev.strake.spec.Origin;
import dev.strake.value.Cidr;
import java.util.List;
import java.util.function.Function;

/**
 * Pod or service blocks that are others than they were. Addresses out of the old ones are given
 * away, to Services for as long as they live. A block of the other family beside the first is the
 * one change that Kubernetes knows, and it is work.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/tasks/network/reconfigure-default-service-ip-ranges/">Kubernetes:
 *     default Service IP ranges</a>
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/dual-stack/#configure-ipv4-ipv6-dual-stack">Kubernetes:
 *     dual-stack</a>
 */
final class ImmutableRanges implements ChangeCheck {

  static final Code DUAL_STACK_MIGRATION = Code.warning("spec/dual-stack-migration");

  private record Ranges(String name, Function<ClusterNetwork, NetworkRanges> section, String why) {}

  private static final List<Ranges> ALL =
      List.of(
          new Ranges("the pod block", ClusterNetwork::pods, "nodes have parts of it"),
          new Ranges(
              "the service block", ClusterNetwork::services, "Services have addresses of it"));

  @Override
  public void check(ResolvedCluster before, ResolvedCluster after, DiagnosticSink sink) {
    for (Ranges ranges : ALL) {
      NetworkRanges was = ranges.section.apply(before.spec().spec().clusterNetwork());
      NetworkRanges becomes = ranges.section.apply(after.spec().spec().clusterNetwork());
      compare(ranges, new Side(before, was), new Side(after, becomes), sink);
    }
  }

  /** The blocks of one of the two specs. */
  private record Side(ResolvedCluster cluster, NetworkRanges section) {
    List<Cidr> blocks() {
      return section.cidrBlocks();
    }

    /** Of a block; of the list if it ends before. */
    Origin place(int index) {
      return index < blocks().size()
          ? cluster.origins().of(section, NetworkRanges::cidrBlocks, index)
          : cluster.origins().of(section, NetworkRanges::cidrBlocks);
    }

    String text(int index) {
      return index < blocks().size() ? blocks().get(index).toString() : ImmutableField.NONE;
    }
  }

  private static void compare(Ranges ranges, Side was, Side becomes, DiagnosticSink sink) {
    if (isSecondFamily(was.blocks(), becomes.blocks())) {
      sink.report(migration(ranges, was, becomes));
      return;
    }
    int longest = Math.max(was.blocks().size(), becomes.blocks().size());
    for (int i = 0; i < longest; i++) {
      if (!was.text(i).equals(becomes.text(i))) {
        sink.report(
            ImmutableField.finding(
                ranges.name,
                ranges.why,
                new ImmutableField.Change(was.text(i), was.place(i)),
                new ImmutableField.Change(becomes.text(i), becomes.place(i))));
        // What follows is moved along with it.
        return;
      }
    }
  }

  private static boolean isSecondFamily(List<Cidr> was, List<Cidr> becomes) {
    return was.size() == 1
        && becomes.size() == 2
        && was.get(0).equals(becomes.get(0))
        && was.get(0).family() != becomes.get(1).family();
  }

  private static Diagnostic migration(Ranges ranges, Side was, Side becomes) {
    return becomes
        .place(1)
        .finding(
            DUAL_STACK_MIGRATION,
            "a second family beside %s %s: nodes that are there stay with the first until they"
                    .formatted(ranges.name, was.text(0))
                + " join again")
        .withRelated(was.place(0).range(), "as it was")
        .withHelp(
            "plan it: control planes first, then each node by kubeadm reset and join; Services"
                + " get a second address when their ipFamilyPolicy asks for it");
  }
}
