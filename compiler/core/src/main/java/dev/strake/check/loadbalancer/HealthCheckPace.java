package dev.strake.check.loadbalancer;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.Severity;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedLoadBalancer;
import dev.strake.spec.ApiServer;
import dev.strake.spec.ExtraArgument;
import dev.strake.spec.LoadBalancer.HealthCheck;
import dev.strake.spec.Origin;
import dev.strake.value.GoDuration;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * A load balancer that needs too long to see that an API server is gone, or takes one out for a
 * moment's hesitation. A server is taken out after {@code fall} bad answers, one every {@code
 * interval}.
 *
 * <p>Longer than a kubelet's lease lasts, and nodes are declared dead because one of several API
 * servers is; shorter than etcd needs to elect a leader, and all API servers are taken out together
 * each time it does. And a server that announces its end has to wait until somebody has noticed.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/">KubeletConfiguration:
 *     nodeLeaseDurationSeconds, 40</a>
 * @see <a href="https://etcd.io/docs/v3.6/tuning/#time-parameters">etcd: an election takes a second
 *     and more</a>
 * @see <a
 *     href="https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/">kube-apiserver:
 *     shutdown-delay-duration</a>
 */
final class HealthCheckPace implements SpecCheck {

  static final Code HEALTH_CHECK_PACE = Code.warning("spec/health-check-pace");
  static final Code SHUTDOWN_DELAY = Code.warning("spec/shutdown-delay");

  private static final Duration LEASE = Duration.ofSeconds(40);
  private static final Duration ELECTION = Duration.ofSeconds(2);
  private static final String DELAY = "shutdown-delay-duration";

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    cluster.loadBalancer().ifPresent(balancer -> check(balancer, cluster, sink));
  }

  private static void check(
      ResolvedLoadBalancer balancer, ResolvedCluster cluster, DiagnosticSink sink) {
    HealthCheck health = balancer.written().healthCheck();
    Origin origin = cluster.origins().of(health, HealthCheck::interval);
    if (health.interval().nanos() < 1_000_000) {
      sink.report(
          origin
              .finding(
                  HEALTH_CHECK_PACE,
                  "HAProxy cannot check every %s: a millisecond is the least"
                      .formatted(health.interval()))
              .withSeverity(Severity.ERROR)
              .withHelp("write interval: 2s"));
      return;
    }
    Duration noticed = noticed(health);
    if (noticed.compareTo(LEASE) > 0) {
      sink.report(
          origin
              .finding(
                  HEALTH_CHECK_PACE,
                  "%s checks, one every %s: a dead API server gets connections for %s"
                      .formatted(health.fall(), health.interval(), seconds(noticed)))
              .withHelp("stay below %s in all: interval: 2s, fall: 3".formatted(seconds(LEASE))));
    } else if (noticed.compareTo(ELECTION) < 0) {
      sink.report(
          origin
              .finding(
                  HEALTH_CHECK_PACE,
                  "%s checks, one every %s: an election in etcd, and all API servers are out"
                      .formatted(health.fall(), health.interval()))
              .withHelp(
                  "take %s or more in all: interval: 2s, fall: 3".formatted(seconds(ELECTION))));
    }
    delay(noticed, cluster, sink);
  }

  private static void delay(Duration noticed, ResolvedCluster cluster, DiagnosticSink sink) {
    ApiServer apiServer = cluster.spec().spec().controlPlane().apiServer();
    for (ExtraArgument argument : apiServer.extraArgs()) {
      Optional<Duration> delay = delay(argument);
      boolean tooShort =
          delay.isPresent() && !delay.get().isZero() && delay.get().compareTo(noticed) <= 0;
      if (tooShort) {
        long enough = noticed.toSeconds() * 2 + 2;
        sink.report(
            cluster
                .origins()
                .of(argument, ExtraArgument::value)
                .finding(
                    SHUTDOWN_DELAY,
                    "an API server waits %s before it closes, and the load balancer notices after %s"
                        .formatted(argument.value(), seconds(noticed)))
                .withHelp("write %ss".formatted(enough)));
      }
    }
  }

  private static Optional<Duration> delay(ExtraArgument argument) {
    return argument.name().toString().equals(DELAY)
        ? GoDuration.parse(argument.value())
            .match(value -> Optional.of(value.toDuration()), bad -> Optional.empty())
        : Optional.empty();
  }

  /** How long it takes to notice; durations end at 292 years. */
  private static Duration noticed(HealthCheck health) {
    return health.interval().toDuration().multipliedBy(health.fall());
  }

  private static String seconds(Duration duration) {
    BigDecimal seconds =
        BigDecimal.valueOf(duration.getNano(), 9).add(BigDecimal.valueOf(duration.getSeconds()));
    return seconds.stripTrailingZeros().toPlainString() + "s";
  }
}
