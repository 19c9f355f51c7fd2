package dev.strake.check.change;

import dev.strake.check.ChangeCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.Origin;
import dev.strake.value.IpFamily;

/**
 * Another size of the nodes' parts of the pod block. The controller manager gives it to nodes that
 * come, and leaves those that are there what they have, for good.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/controller/nodeipam/ipam/range_allocator.go">range_allocator.go
 *     in the controller manager</a>
 */
final class NodeMaskChange implements ChangeCheck {

  static final Code NODE_MASK_CHANGE = Code.warning("spec/node-mask-change");

  @Override
  public void check(ResolvedCluster before, ResolvedCluster after, DiagnosticSink sink) {
    ClusterNetwork was = before.spec().spec().clusterNetwork();
    ClusterNetwork becomes = after.spec().spec().clusterNetwork();
    if (has(after, IpFamily.IPV4)) {
      compare(
          was.nodeCIDRMaskSizeIPv4(),
          becomes.nodeCIDRMaskSizeIPv4(),
          before.origins().of(was, ClusterNetwork::nodeCIDRMaskSizeIPv4),
          after.origins().of(becomes, ClusterNetwork::nodeCIDRMaskSizeIPv4),
          sink);
    }
    if (has(after, IpFamily.IPV6)) {
      compare(
          was.nodeCIDRMaskSizeIPv6(),
          becomes.nodeCIDRMaskSizeIPv6(),
          before.origins().of(was, ClusterNetwork::nodeCIDRMaskSizeIPv6),
          after.origins().of(becomes, ClusterNetwork::nodeCIDRMaskSizeIPv6),
          sink);
    }
  }

  private static boolean has(ResolvedCluster cluster, IpFamily family) {
    return cluster.networks().pods().stream().anyMatch(block -> block.family() == family);
  }

  private static void compare(
      int was, int becomes, Origin wasPlace, Origin place, DiagnosticSink sink) {
    if (was == becomes) {
      return;
    }
    sink.report(
        place
            .finding(
                NODE_MASK_CHANGE,
                "nodes that are there keep blocks of /%s; only new ones get /%s"
                    .formatted(was, becomes))
            .withRelated(wasPlace.range(), "as it was")
            .withHelp(
                "write %s, or let every node leave and join again, one after the other"
                    .formatted(was)));
  }
}
