package dev.strake.component;

import static dev.strake.component.ComponentCodes.KUBELET;

import dev.strake.value.KubernetesVersion;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fields of the kubelet that take one of a few words, and those that need others.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/apis/config/validation/validation.go">ValidateKubeletConfiguration</a>
 * @see <a
 *     href="https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/#kubelet-config-k8s-io-v1beta1-KubeletConfiguration">KubeletConfiguration,
 *     for the words that only the managers inside the kubelet look at</a>
 */
final class KubeletChoicesRule implements ConfigRule {

  private static final Map<String, List<String>> CHOICES =
      new TreeMap<>(
          Map.of(
              "topologyManagerPolicy",
                  List.of("none", "best-effort", "restricted", "single-numa-node"),
              "topologyManagerScope", List.of("container", "pod"),
              "hairpinMode", List.of("promiscuous-bridge", "hairpin-veth", "none"),
              "memoryReservationPolicy", List.of("None", "TieredReservation"),
              "cgroupDriver", List.of("systemd", "cgroupfs"),
              "cpuManagerPolicy", List.of("none", "static"),
              "memoryManagerPolicy", List.of("None", "Static", "BestEffort"),
              "configMapAndSecretChangeDetectionStrategy", List.of("Get", "Cache", "Watch")));

  @Override
  public void check(Section config, KubernetesVersion release) {
    CHOICES.forEach((field, words) -> Words.check(config.at(field), KUBELET, words));
    Words.check(
        config.at("memorySwap").at("swapBehavior"), KUBELET, List.of("NoSwap", "LimitedSwap"));
    Words.check(config.at("authorization").at("mode"), KUBELET, List.of("AlwaysAllow", "Webhook"));
    Taints.check(config.at("registerWithTaints"), KUBELET);
    for (Section taint : config.items("registerWithTaints")) {
      if (taint.has("timeAdded")) {
        taint.at("timeAdded").report(KUBELET, "cannot be chosen");
      }
    }
    gates(config, release);
  }

  private static void gates(Section config, KubernetesVersion release) {
    if (config.flag("serverTLSBootstrap").orElse(false)
        && !KubeletGate.SERVER_CERTIFICATE.isOn(config, release)) {
      config
          .at("serverTLSBootstrap")
          .report(KUBELET, "needs the feature gate RotateKubeletServerCertificate");
    }
    if (config.text("memoryReservationPolicy").equals("TieredReservation")
        && !KubeletGate.MEMORY_QOS.isOn(config, release)) {
      config.at("memoryReservationPolicy").report(KUBELET, "needs the feature gate MemoryQoS");
    }
    if (config.flag("runOnce").orElse(false)) {
      config.at("runOnce").report(KUBELET, "is no longer supported");
    }
    if (config.flag("enableSystemLogQuery").orElse(false)) {
      logQuery(config, release);
    }
  }

  private static void logQuery(Section config, KubernetesVersion release) {
    Section query = config.at("enableSystemLogQuery");
    if (!KubeletGate.NODE_LOG_QUERY.isOn(config, release)) {
      query.report(KUBELET, "needs the feature gate NodeLogQuery");
    }
    if (!config.flag("enableSystemLogHandler").orElse(true)) {
      query.report(KUBELET, "needs enableSystemLogHandler: true");
    }
  }
}
