package dev.strake.component;

import dev.strake.value.KubernetesVersion;
import java.util.Map;

/**
 * The feature gates that decide about the kubelet's validation. What is not known for sure of a
 * release counts as on: nothing is refused on a guess.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/features/kube_features.go">kube_features.go</a>
 */
final class KubeletGates {

  static final String CUSTOM_CFS_PERIOD = "CustomCPUCFSQuotaPeriod";
  static final String GRACEFUL_SHUTDOWN = "GracefulNodeShutdown";
  static final String SHUTDOWN_BY_PRIORITY = "GracefulNodeShutdownBasedOnPodPriority";
  static final String CRASH_LOOP_MAX = "KubeletCrashLoopBackOffMax";
  static final String ENSURE_SECRET_PULLED = "KubeletEnsureSecretPulledImages";
  static final String MEMORY_QOS = "MemoryQoS";
  static final String NODE_LOG_QUERY = "NodeLogQuery";
  static final String SERVER_CERTIFICATE = "RotateKubeletServerCertificate";
  static final String ALPHA_LOGGING = "LoggingAlphaOptions";

  private static final int NEVER = Integer.MAX_VALUE;

  /** The first minor release in which a gate is on by default. */
  private static final Map<String, Integer> ON_SINCE =
      Map.of(
          CUSTOM_CFS_PERIOD, NEVER,
          GRACEFUL_SHUTDOWN, 21,
          SHUTDOWN_BY_PRIORITY, 24,
          CRASH_LOOP_MAX, 35,
          ENSURE_SECRET_PULLED, 35,
          MEMORY_QOS, NEVER,
          NODE_LOG_QUERY, 36,
          SERVER_CERTIFICATE, 12,
          ALPHA_LOGGING, NEVER);

  private KubeletGates() {}

  /** Whether a gate is on in a configuration. */
  static boolean isOn(String gate, Section config, KubernetesVersion release) {
    return config
        .at("featureGates")
        .flag(gate)
        .orElseGet(() -> release.major() > 1 || release.minor() >= ON_SINCE.get(gate));
  }
}
