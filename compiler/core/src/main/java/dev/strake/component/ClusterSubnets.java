package dev.strake.component;

import dev.strake.value.Cidr;
import dev.strake.value.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How large the address blocks of services and pods may be.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/apis/kubeadm/validation/validation.go">ValidateIPNetFromString,
 *     ValidateServiceSubnetSize and ValidatePodSubnetNodeMask in kubeadm</a>
 */
public final class ClusterSubnets {

  /** MinimumAddressesInServiceSubnet: the DNS service has the tenth address. */
  public static final int FEWEST_SERVICE_ADDRESSES = 10;

  /** MinimumAddressesInPodSubnet. */
  public static final int FEWEST_POD_ADDRESSES = 14;

  /** MaximumBitsForServiceSubnet: the API server keeps a bit a service address in etcd. */
  public static final int MOST_SERVICE_HOST_BITS = 20;

  /** PodSubnetNodeMaskMaxDiff: the controller manager's bitmap ends there. */
  public static final int MOST_NODE_BITS = 16;

  private ClusterSubnets() {}

  /** The prefix length of a node's block of pod addresses unless a flag says otherwise. */
  public static int defaultNodeMask(IpFamily family) {
    return family == IpFamily.IPV4 ? 24 : 64;
  }

  /** What is wrong with the number and families of blocks: one, or one of each family. */
  public static Optional<Problem> families(List<Cidr> blocks) {
    boolean dual = blocks.size() == 2 && blocks.get(0).family() != blocks.get(1).family();
    return blocks.size() == 1 || dual
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "has %s blocks, and must have one, or one of IPv4 and one of IPv6"
                    .formatted(blocks.size()),
                null));
  }

  /** What is wrong with blocks of service addresses, each on its own. */
  public static List<Problem> services(List<Cidr> blocks) {
    List<Problem> problems = new ArrayList<>();
    for (Cidr block : blocks) {
      tooSmall(block, FEWEST_SERVICE_ADDRESSES).ifPresent(problems::add);
      if (block.hostBits() > MOST_SERVICE_HOST_BITS) {
        problems.add(
            new Problem(
                "has the block %s, which is too large for services".formatted(block),
                "use a prefix of /%s or longer"
                    .formatted(block.family().bits() - MOST_SERVICE_HOST_BITS)));
      }
    }
    return problems;
  }

  /** What is wrong with the size of blocks of pod addresses, each on its own. */
  public static List<Problem> pods(List<Cidr> blocks) {
    List<Problem> problems = new ArrayList<>();
    for (Cidr block : blocks) {
      tooSmall(block, FEWEST_POD_ADDRESSES).ifPresent(problems::add);
    }
    return problems;
  }

  /**
   * What is wrong with cutting a block of pod addresses into blocks for nodes.
   *
   * @param nodeMask the prefix length of a node's block
   */
  public static Optional<Problem> nodeMask(Cidr pods, int nodeMask) {
    if (pods.prefix() > nodeMask) {
      return Optional.of(
          new Problem(
              "has the block %s, which is smaller than a node's block of /%s"
                  .formatted(pods, nodeMask),
              "use a larger block for pods, or a longer node mask"));
    }
    int bits = nodeMask - pods.prefix();
    return bits <= MOST_NODE_BITS
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "has the block %s, which has room for 2^%s node blocks of /%s, and 2^%s are the most"
                    .formatted(pods, bits, nodeMask, MOST_NODE_BITS),
                "use a smaller block for pods, or a shorter node mask"));
  }

  private static Optional<Problem> tooSmall(Cidr block, int fewest) {
    boolean enough = block.hostBits() > 62 || block.size().longValueExact() >= fewest;
    // RangeSize counts no addresses where 31 bits of IPv4, or 127 of IPv6, are the hosts'.
    boolean uncountable = block.hostBits() >= block.family().bits() - 1;
    if (uncountable) {
      return Optional.of(
          Problem.of("has the block %s, which is too large to count".formatted(block)));
    }
    return enough
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                "has the block %s of %s addresses, and %s are the fewest"
                    .formatted(block, block.size(), fewest)));
  }
}
