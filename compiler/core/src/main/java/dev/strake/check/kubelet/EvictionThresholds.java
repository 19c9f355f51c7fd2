package dev.strake.check.kubelet;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedKubelet;
import dev.strake.resolve.ResolvedPool;
import dev.strake.spec.Origin;
import dev.strake.value.EvictionSignal;
import dev.strake.value.EvictionThreshold;
import java.math.BigDecimal;

/**
 * Thresholds that the kubelet does not accept, or takes for "never": it refuses an amount of zero,
 * and switches a signal off at 0% and at 100%. At 100% that is a warning, because nobody means it.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/eviction/helpers.go">parseThresholdStatement
 *     in the kubelet</a>
 */
final class EvictionThresholds implements SpecCheck {

  static final Code EVICTION_THRESHOLD = Code.error("spec/eviction-threshold");

  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (ResolvedPool pool : cluster.pools()) {
      pool.kubelet()
          .evictionHard()
          .forEach(
              (signal, threshold) -> {
                Origin origin =
                    cluster
                        .origins()
                        .ofEntry(pool.kubelet(), ResolvedKubelet::evictionHard, signal);
                check(signal, threshold, origin, sink);
              });
    }
  }

  private static void check(
      EvictionSignal signal, EvictionThreshold threshold, Origin origin, DiagnosticSink sink) {
    if (threshold.quantity() != null && threshold.quantity().isZero()) {
      String message = "the kubelet does not start with a threshold of 0 for " + signal;
      sink.report(finding(origin, signal, message));
    } else if (threshold.percentage() != null
        && threshold.percentage().percent().compareTo(WHOLE) == 0) {
      String message = "at 100%% the kubelet ignores %s, and evicts nothing".formatted(signal);
      sink.report(finding(origin, signal, message).withSeverity(Severity.WARNING));
    }
  }

  private static Diagnostic finding(Origin origin, EvictionSignal signal, String message) {
    // The kubelet's own defaults, where it has them.
    String usual =
        switch (signal.text()) {
          case "memory.available", "allocatableMemory.available" -> "100Mi";
          case "nodefs.inodesFree", "imagefs.inodesFree" -> "5%";
          case "imagefs.available" -> "15%";
          default -> "10%";
        };
    return origin
        .finding(EVICTION_THRESHOLD, message)
        .withHelp(
            "write what shall stay free, such as %s, or 0%% for no eviction".formatted(usual));
  }
}
