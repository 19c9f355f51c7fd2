package dev.strake.check.kubelet;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedKubelet;
import dev.strake.resolve.ResolvedPool;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.value.GoDuration;

/**
 * Times for the pods of a machine that shuts down which the kubelet does not accept: critical pods
 * have more of it than there is, or a time is shorter than a second. It is a warning if critical
 * pods have all of it.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/apis/config/validation/validation.go">ValidateKubeletConfiguration</a>
 */
final class ShutdownPeriods implements SpecCheck {

  static final Code SHUTDOWN_PERIODS = Code.error("spec/shutdown-periods");

  private static final long SECOND = 1_000_000_000;

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Origins origins = cluster.origins();
    for (ResolvedPool pool : cluster.pools()) {
      ResolvedKubelet kubelet = pool.kubelet();
      Origin all = origins.of(kubelet, ResolvedKubelet::shutdownGracePeriod);
      Origin critical = origins.of(kubelet, ResolvedKubelet::shutdownGracePeriodCriticalPods);
      check(kubelet.shutdownGracePeriod(), all, sink);
      check(kubelet.shutdownGracePeriodCriticalPods(), critical, sink);
      compare(kubelet, all, critical, sink);
    }
  }

  private static void check(GoDuration period, Origin origin, DiagnosticSink sink) {
    if (!isValid(period)) {
      sink.report(
          origin
              .finding(SHUTDOWN_PERIODS, "the kubelet does not wait for %s".formatted(period))
              .withHelp("write 0s, or 1s and more"));
    }
  }

  private static boolean isValid(GoDuration period) {
    return period.nanos() == 0 || period.nanos() >= SECOND;
  }

  private static void compare(
      ResolvedKubelet kubelet, Origin all, Origin critical, DiagnosticSink sink) {
    GoDuration total = kubelet.shutdownGracePeriod();
    GoDuration reserved = kubelet.shutdownGracePeriodCriticalPods();
    boolean judged = isValid(total) && isValid(reserved) && reserved.nanos() != 0;
    if (!judged || reserved.nanos() < total.nanos()) {
      return;
    }
    boolean none = reserved.nanos() == total.nanos();
    String message =
        none
            ? "critical pods have all of the %s, and other pods are killed at once"
            : "critical pods have more than the %s that there are for all pods";
    sink.report(
        critical
            .finding(SHUTDOWN_PERIODS, message.formatted(total))
            .withSeverity(none ? Severity.WARNING : Severity.ERROR)
            .withRelated(all.range(), "for all pods together")
            .withHelp(
                "write a shutdownGracePeriod of more than %s; its first part is for other pods"
                    .formatted(reserved)));
  }
}
