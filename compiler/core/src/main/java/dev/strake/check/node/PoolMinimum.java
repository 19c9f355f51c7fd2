package dev.strake.check.node;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedPool;
import dev.strake.spec.NodePool;
import dev.strake.spec.NodeTemplate;
import dev.strake.spec.Origins;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;

/** A pool whose machines have less than the pool itself asks for. */
final class PoolMinimum implements SpecCheck {

  static final Code BELOW_MINIMUM = Code.error("spec/below-minimum");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (ResolvedPool pool : cluster.pools()) {
      pool.pool()
          .minimum()
          .forEach(
              (resource, least) -> {
                Quantity has = pool.capacity().get(resource);
                if (has != null && has.compareTo(least) < 0) {
                  sink.report(below(pool, resource, least, has, cluster.origins()));
                }
              });
    }
  }

  private static Diagnostic below(
      ResolvedPool pool, ResourceName resource, Quantity least, Quantity has, Origins origins) {
    return origins
        .ofEntry(pool.template(), NodeTemplate::capacity, resource)
        .finding(
            BELOW_MINIMUM,
            "pool %s has machines with %s %s, and asks for %s"
                .formatted(pool.name(), resource, has, least))
        .withRelated(
            origins.ofEntry(pool.pool(), NodePool::minimum, resource).range(),
            "the least that each machine must have")
        .withHelp(
            "use machines with %s %s or more, or lower the minimum".formatted(resource, least));
  }
}
