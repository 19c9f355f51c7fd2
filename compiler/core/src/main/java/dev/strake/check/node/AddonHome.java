package dev.strake.check.node;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.Addons;
import dev.strake.spec.Addons.ServiceMesh.MeshProvider;
import dev.strake.spec.Origins;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Add-ons in a cluster whose nodes all keep ordinary pods away. Theirs stay pending, and nothing
 * says so but the pods themselves.
 */
final class AddonHome implements SpecCheck {

  static final Code NO_HOME = Code.warning("spec/no-home");

  private record Addon(
      String name, Origins.Field<Addons, ?> field, Predicate<Addons> runsOrdinaryPods) {}

  /** Those that run on control planes too, such as the approver of certificates, are not here. */
  private static final List<Addon> ADDONS =
      List.of(
          new Addon("ingress", Addons::ingress, all -> all.ingress() != null),
          new Addon("certManager", Addons::certManager, all -> all.certManager() != null),
          new Addon("metricsServer", Addons::metricsServer, all -> all.metricsServer().enabled()),
          new Addon("monitoring", Addons::monitoring, all -> all.monitoring() != null),
          new Addon("logging", Addons::logging, all -> all.logging() != null),
          new Addon("tracing", Addons::tracing, all -> all.tracing() != null),
          new Addon(
              "serviceMesh",
              Addons::serviceMesh,
              all -> all.serviceMesh().provider() != MeshProvider.None),
          new Addon("autoscaling", Addons::autoscaling, all -> all.autoscaling().vpa()));

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Addons addons = cluster.spec().spec().addons();
    List<Addon> homeless =
        ADDONS.stream().filter(addon -> addon.runsOrdinaryPods.test(addons)).toList();
    if (homeless.isEmpty() || cluster.nodes().stream().anyMatch(ResolvedNode::isOpen)) {
      return;
    }
    String names = homeless.stream().map(Addon::name).collect(Collectors.joining(", "));
    sink.report(
        cluster
            .origins()
            .of(addons, homeless.get(0).field)
            .finding(NO_HOME, "every node has a taint that keeps the pods of these away: " + names)
            .withHelp(
                "add a pool of workers without taints; if the control planes shall run them, write"
                    + " taints: [] in their template"));
  }
}
