package dev.strake.check.network;

import dev.strake.component.ClusterSubnets;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.NetworkRanges;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.value.Cidr;
import dev.strake.value.IpFamily;
import java.util.ArrayList;
import java.util.List;

/**
 * A block of pod addresses, cut into one block for each node.
 *
 * @param mask the prefix length of a node's block
 * @param origin where the pod block was written
 * @param maskOrigin where the mask was written; the network's place if it was not
 * @param isMaskWritten whether it is the user's
 */
record NodeMasks(Cidr pods, int mask, Origin origin, Origin maskOrigin, boolean isMaskWritten) {

  /** One for each pod block, in their order; none while there are too many of a family. */
  static List<NodeMasks> of(ResolvedCluster cluster) {
    ClusterNetwork network = cluster.spec().spec().clusterNetwork();
    Origins origins = cluster.origins();
    List<Cidr> blocks = network.pods().cidrBlocks();
    List<NodeMasks> masks = new ArrayList<>();
    if (ClusterSubnets.families(blocks).isPresent()) {
      return masks;
    }
    for (int i = 0; i < blocks.size(); i++) {
      Cidr block = blocks.get(i);
      boolean ipv4 = block.family() == IpFamily.IPV4;
      Origin mask =
          ipv4
              ? origins.of(network, ClusterNetwork::nodeCIDRMaskSizeIPv4)
              : origins.of(network, ClusterNetwork::nodeCIDRMaskSizeIPv6);
      masks.add(
          new NodeMasks(
              block,
              ipv4 ? network.nodeCIDRMaskSizeIPv4() : network.nodeCIDRMaskSizeIPv6(),
              origins.of(network.pods(), NetworkRanges::cidrBlocks, i),
              mask,
              !mask.range().equals(origins.of(network).range())));
    }
    return masks;
  }

  /** Whether there is at least one block for a node. */
  boolean fits() {
    return mask >= pods.prefix();
  }

  /** How many nodes get a block, as a power of two. */
  int nodeBits() {
    return mask - pods.prefix();
  }

  /** The field of the mask. */
  String field() {
    return "nodeCIDRMaskSize" + pods.family();
  }

  /** The mask if the user wrote it, else the pod block. */
  Origin guilty() {
    return isMaskWritten ? maskOrigin : origin;
  }
}
