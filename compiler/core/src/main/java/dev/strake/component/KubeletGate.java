package dev.strake.component;

import dev.strake.value.KubernetesVersion;

/**
 * The feature gates that decide about the kubelet's validation. What is not known for sure of a
 * release counts as on: nothing is refused on a guess.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/features/kube_features.go">kube_features.go</a>
 */
enum KubeletGate {
  CUSTOM_CFS_PERIOD("CustomCPUCFSQuotaPeriod", Integer.MAX_VALUE),
  GRACEFUL_SHUTDOWN("GracefulNodeShutdown", 21),
  SHUTDOWN_BY_PRIORITY("GracefulNodeShutdownBasedOnPodPriority", 24),
  CRASH_LOOP_MAX("KubeletCrashLoopBackOffMax", 35),
  ENSURE_SECRET_PULLED("KubeletEnsureSecretPulledImages", 35),
  MEMORY_QOS("MemoryQoS", Integer.MAX_VALUE),
  NODE_LOG_QUERY("NodeLogQuery", 36),
  SERVER_CERTIFICATE("RotateKubeletServerCertificate", 12),
  ALPHA_LOGGING("LoggingAlphaOptions", Integer.MAX_VALUE);

  private final String gateName;
  private final int onSince;

  /**
   * @param onSince the first minor release in which it is on by default
   */
  KubeletGate(String gateName, int onSince) {
    this.gateName = gateName;
    this.onSince = onSince;
  }

  /** Whether it is on in a configuration. */
  boolean isOn(Section config, KubernetesVersion release) {
    return config
        .at("featureGates")
        .flag(gateName)
        .orElseGet(() -> release.major() > 1 || release.minor() >= onSince);
  }
}
