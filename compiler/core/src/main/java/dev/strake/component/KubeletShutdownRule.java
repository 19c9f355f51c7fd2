package dev.strake.component;

import static dev.strake.component.ComponentCodes.KUBELET;

import dev.strake.value.KubernetesVersion;
import dev.strake.value.Quoted;

/**
 * How long a node's shutdown waits for its pods.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/apis/config/validation/validation.go">ValidateKubeletConfiguration</a>
 */
final class KubeletShutdownRule implements ConfigRule {

  private static final long SECOND = 1_000_000_000;
  private static final String ALL = "shutdownGracePeriod";
  private static final String CRITICAL = "shutdownGracePeriodCriticalPods";
  private static final String BY_PRIORITY = "shutdownGracePeriodByPodPriority";

  @Override
  public void check(Section config, KubernetesVersion release) {
    if (!KubeletGate.GRACEFUL_SHUTDOWN.isOn(config, release)) {
      needsGate(config);
    } else {
      periods(config);
    }
    if (!config.items(BY_PRIORITY).isEmpty()) {
      byPriority(config, release);
    }
  }

  private static void needsGate(Section config) {
    for (String name : new String[] {ALL, CRITICAL}) {
      if (config.nanos(name).orElse(0) > 0) {
        config.at(name).report(KUBELET, "needs the feature gate GracefulNodeShutdown");
      }
    }
  }

  private static void periods(Section config) {
    for (String name : new String[] {ALL, CRITICAL}) {
      long nanos = config.nanos(name).orElse(0);
      if (nanos < 0 || (nanos > 0 && nanos < SECOND)) {
        config.at(name).report(KUBELET, "must be 0s, or 1s or more");
      }
    }
    if (config.nanos(CRITICAL).orElse(0) > config.nanos(ALL).orElse(0)) {
      Section critical = config.at(CRITICAL);
      String all = config.has(ALL) ? Quoted.plain(config.text(ALL)) : "0s";
      critical
          .sink()
          .report(
              critical
                  .finding(
                      KUBELET, Problem.of("is longer than shutdownGracePeriod, which is " + all))
                  .withRelated(config.at(ALL).place(), "all pods together have this long"));
    }
  }

  private static void byPriority(Section config, KubernetesVersion release) {
    Section field = config.at(BY_PRIORITY);
    boolean also = config.nanos(ALL).orElse(0) > 0 || config.nanos(CRITICAL).orElse(0) > 0;
    if (!KubeletGate.SHUTDOWN_BY_PRIORITY.isOn(config, release)) {
      field.report(KUBELET, "needs the feature gate GracefulNodeShutdownBasedOnPodPriority");
    } else if (also) {
      field.report(KUBELET, new Problem("stands beside shutdownGracePeriod", "keep one of them"));
    }
  }
}
