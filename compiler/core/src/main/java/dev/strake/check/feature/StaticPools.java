package dev.strake.check.feature;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Addons.ClusterAutoscaler;
import dev.strake.spec.ClusterSpec;

/**
 * The cluster autoscaler over pools whose machines are named one by one: there is nobody whom it
 * could ask for another.
 *
 * @see <a
 *     href="https://github.com/kubernetes/autoscaler/tree/master/cluster-autoscaler#deployment">Cluster
 *     autoscaler: deployment</a>
 */
final class StaticPools implements SpecCheck {

  static final Code STATIC_POOLS = Code.error("spec/static-pools");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    ClusterSpec spec = cluster.spec().spec();
    ClusterAutoscaler autoscaler = spec.addons().autoscaling().clusterAutoscaler();
    if (autoscaler.enabled()) {
      sink.report(
          cluster
              .origins()
              .of(autoscaler, ClusterAutoscaler::enabled)
              .finding(
                  STATIC_POOLS,
                  "the cluster autoscaler needs a provider of machines, and these are named one by"
                      + " one")
              .withRelated(
                  cluster.origins().of(spec, ClusterSpec::nodePools).range(), "the machines")
              .withHelp("write enabled: false; a machine is added by a line in nodePools"));
    }
  }
}
