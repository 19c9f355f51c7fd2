package dev.strake.check.network;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNetwork;
import dev.strake.spec.NetworkRanges;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.value.Cidr;
import dev.strake.value.IpFamily;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Services of a family that no pod has, pods of a family that no Service has, and families that
 * stand in one order for pods and in another for services. What comes first is what everything gets
 * that does not ask.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/dual-stack/">Kubernetes:
 *     dual stack</a>
 */
final class ServiceFamilies implements SpecCheck {

  static final Code FAMILY_WITHOUT_PODS = Code.error("spec/family-without-pods");
  static final Code FAMILY_WITHOUT_SERVICES = Code.info("spec/family-without-services");
  static final Code FAMILY_ORDER = Code.warning("spec/family-order");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterNetwork network = cluster.spec().spec().clusterNetwork();
    NetworkRanges pods = network.pods();
    NetworkRanges services = network.services();
    if (pods.cidrBlocks().isEmpty() || services.cidrBlocks().isEmpty()) {
      return;
    }
    Origins origins = cluster.origins();
    Origin ofPods = origins.of(pods, NetworkRanges::cidrBlocks);
    Origin ofServices = origins.of(services, NetworkRanges::cidrBlocks);
    int before = 0;
    for (IpFamily family : IpFamily.values()) {
      OptionalInt pod = first(family, pods.cidrBlocks());
      OptionalInt service = first(family, services.cidrBlocks());
      if (service.isPresent() && pod.isEmpty()) {
        sink.report(
            origins
                .of(services, NetworkRanges::cidrBlocks, service.getAsInt())
                .finding(
                    FAMILY_WITHOUT_PODS,
                    "Services get %s addresses, and no pod has one to answer with"
                        .formatted(family))
                .withRelated(ofPods.range(), "the pods' blocks")
                .withHelp("add an %s block to pods, or leave this one out".formatted(family)));
      } else if (pod.isPresent() && service.isEmpty()) {
        sink.report(
            origins
                .of(pods, NetworkRanges::cidrBlocks, pod.getAsInt())
                .finding(
                    FAMILY_WITHOUT_SERVICES,
                    "pods get %s addresses, and no Service can have one".formatted(family))
                .withRelated(ofServices.range(), "the services' blocks")
                .withHelp("add an %s block to services".formatted(family)));
      } else if (pod.isPresent()) {
        before++;
      }
    }
    Cidr firstService = services.cidrBlocks().get(0);
    Cidr firstPod = pods.cidrBlocks().get(0);
    if (before > 1 && firstService.family() != firstPod.family()) {
      sink.report(
          ofServices
              .finding(
                  FAMILY_ORDER,
                  "services begin with %s, and pods with %s"
                      .formatted(firstService.family(), firstPod.family()))
              .withRelated(ofPods.range(), "the pods' blocks")
              .withHelp("write the blocks of both in one order"));
    }
  }

  private static OptionalInt first(IpFamily family, List<Cidr> blocks) {
    return IntStream.range(0, blocks.size())
        .filter(i -> blocks.get(i).family() == family)
        .findFirst();
  }
}
