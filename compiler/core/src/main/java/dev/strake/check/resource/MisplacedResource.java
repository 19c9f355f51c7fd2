package dev.strake.check.resource;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;

/**
 * A resource where there can be none of it: {@code limits.cpu} of a machine, a reservation of pods.
 * Kubernetes refuses some of them and lets others stand without effect.
 */
final class MisplacedResource implements SpecCheck {

  static final Code MISPLACED_RESOURCE = Code.error("spec/misplaced-resource");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (Amount amount : Amount.of(cluster)) {
      if (!amount.use().has(amount.resource())) {
        sink.report(
            amount
                .key()
                .finding(MISPLACED_RESOURCE, amount.use().problem(amount.resource()))
                .withHelp(amount.use().help(amount.resource())));
      }
    }
  }
}
