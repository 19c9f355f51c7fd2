package dev.strake.generate.kubeadm;

import dev.strake.generate.ConfigDocument;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The kubelet's settings: those of the whole cluster, or as a patch those of one node. What is null
 * is left as it is.
 *
 * @see <a href="https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/">kubelet
 *     v1beta1</a>
 */
record KubeletConfiguration(
    @Nullable String cgroupDriver,
    @Nullable String clusterDomain,
    @Nullable List<String> clusterDNS,
    @Nullable String resolvConf,
    @Nullable Boolean rotateCertificates,
    @Nullable Boolean serverTLSBootstrap,
    @Nullable String tlsMinVersion,
    @Nullable List<String> tlsCipherSuites,
    @Nullable Integer podPidsLimit,
    @Nullable Boolean seccompDefault,
    @Nullable Boolean failSwapOn,
    @Nullable MemorySwap memorySwap,
    @Nullable Integer maxPods,
    @Nullable Map<String, String> evictionHard,
    @Nullable Map<String, String> kubeReserved,
    @Nullable Map<String, String> systemReserved,
    @Nullable String shutdownGracePeriod,
    @Nullable String shutdownGracePeriodCriticalPods)
    implements ConfigDocument {

  @Override
  public String apiVersion() {
    return "kubelet.config.k8s.io/v1beta1";
  }

  /**
   * What pods get of the machine's swap.
   *
   * @param swapBehavior {@code NoSwap} or {@code LimitedSwap}
   */
  record MemorySwap(String swapBehavior) {}
}
