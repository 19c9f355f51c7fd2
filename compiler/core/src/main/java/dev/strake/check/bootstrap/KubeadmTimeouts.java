package dev.strake.check.bootstrap;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Bootstrap.Timeouts;
import dev.strake.spec.Origins;
import dev.strake.value.GoDuration;
import java.time.Duration;
import java.util.List;

/**
 * A time after which kubeadm gives up and that is over before anything could have happened.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/#kubeadm-k8s-io-v1beta4-Timeouts">kubeadm:
 *     Timeouts</a>
 */
final class KubeadmTimeouts implements SpecCheck {

  static final Code KUBEADM_TIMEOUT = Code.error("spec/kubeadm-timeout");

  /** kubeadm asks again every second or less often. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private record Timeout(
      String name, Origins.Field<Timeouts, GoDuration> field, String kubeadmsOwn) {}

  private static final List<Timeout> TIMEOUTS =
      List.of(
          new Timeout(
              "controlPlaneComponentHealthCheck", Timeouts::controlPlaneComponentHealthCheck, "4m"),
          new Timeout("kubeletHealthCheck", Timeouts::kubeletHealthCheck, "4m"),
          new Timeout("kubernetesAPICall", Timeouts::kubernetesAPICall, "1m"),
          new Timeout("etcdAPICall", Timeouts::etcdAPICall, "2m"),
          new Timeout("tlsBootstrap", Timeouts::tlsBootstrap, "5m"),
          new Timeout("discovery", Timeouts::discovery, "5m"),
          new Timeout("upgradeManifests", Timeouts::upgradeManifests, "5m"));

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Timeouts timeouts = cluster.spec().spec().bootstrap().timeouts();
    for (Timeout timeout : TIMEOUTS) {
      GoDuration length = timeout.field().apply(timeouts);
      if (length.toDuration().compareTo(SHORTEST) < 0) {
        sink.report(
            cluster
                .origins()
                .of(timeouts, timeout.field())
                .finding(
                    KUBEADM_TIMEOUT,
                    "kubeadm would give up after %s, before anything can have answered"
                        .formatted(length))
                .withHelp("write %s: %s".formatted(timeout.name(), timeout.kubeadmsOwn())));
      }
    }
  }
}
