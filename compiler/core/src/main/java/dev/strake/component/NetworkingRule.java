package dev.strake.component;

import static dev.strake.component.ComponentCodes.CONFLICT;
import static dev.strake.component.ComponentCodes.INVALID_VALUE;

import dev.strake.value.Cidr;
import dev.strake.value.DnsSubdomain;
import dev.strake.value.IpFamily;
import dev.strake.value.KubernetesVersion;
import dev.strake.value.Quoted;
import java.util.List;
import java.util.Optional;

/**
 * The networks of a ClusterConfiguration.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/apis/kubeadm/validation/validation.go">ValidateNetworking
 *     and getClusterNodeMask in kubeadm</a>
 */
final class NetworkingRule implements ConfigRule {

  @Override
  public void check(Section config, KubernetesVersion release) {
    Section networking = config.at("networking");
    Section domain = networking.at("dnsDomain");
    if (!domain.text().isEmpty()) {
      domain.require(INVALID_VALUE, DnsSubdomain::parse);
    }
    Section services = networking.at("serviceSubnet");
    blocks(services).ifPresent(blocks -> report(services, ClusterSubnets.services(blocks)));
    Section pods = networking.at("podSubnet");
    blocks(pods).ifPresent(blocks -> pods(pods, blocks, config));
  }

  /** The blocks of a subnet that is written and can be read. */
  private static Optional<List<Cidr>> blocks(Section subnet) {
    String text = subnet.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<Cidr>> blocks = LenientAddresses.blocks(text);
    if (blocks.isEmpty()) {
      subnet.report(
          INVALID_VALUE,
          new Problem(
              "is %s, which is no address block".formatted(Quoted.of(text)),
              "write 10.244.0.0/16, or two with a comma between them for dual stack"));
      return Optional.empty();
    }
    subnet.report(INVALID_VALUE, ClusterSubnets.families(blocks.get()));
    return blocks;
  }

  private static void report(Section subnet, List<Problem> problems) {
    problems.forEach(problem -> subnet.report(INVALID_VALUE, problem));
  }

  private static void pods(Section subnet, List<Cidr> blocks, Section config) {
    report(subnet, ClusterSubnets.pods(blocks));
    Section args = config.at("controllerManager").at("extraArgs");
    boolean allocates =
        KubeadmFields.argument(args, "allocate-node-cidrs")
            .map(value -> !value.text().equals("false"))
            .orElse(true);
    if (allocates) {
      blocks.forEach(block -> nodeMask(subnet, block, args));
    }
  }

  private static void nodeMask(Section subnet, Cidr block, Section args) {
    String flag =
        block.family() == IpFamily.IPV4 ? "node-cidr-mask-size-ipv4" : "node-cidr-mask-size-ipv6";
    Optional<Section> written =
        KubeadmFields.argument(args, flag).filter(value -> !value.text().isEmpty());
    if (written.isEmpty()) {
      subnet.report(
          CONFLICT, ClusterSubnets.nodeMask(block, ClusterSubnets.defaultNodeMask(block.family())));
      return;
    }
    Section value = written.get();
    if (!value.text().matches("[+-]?[0-9]{1,9}")) {
      value.report(
          INVALID_VALUE,
          "is %s, and %s is a whole number".formatted(Quoted.of(value.text()), flag));
      return;
    }
    ClusterSubnets.nodeMask(block, Integer.parseInt(value.text()))
        .map(problem -> subnet.finding(CONFLICT, problem))
        .map(finding -> finding.withRelated(value.place(), "the node mask is here"))
        .ifPresent(subnet.sink()::report);
  }
}
