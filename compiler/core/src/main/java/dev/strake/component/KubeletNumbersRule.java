package dev.strake.component;

import static dev.strake.component.ComponentCodes.KUBELET;

import dev.strake.value.KubernetesVersion;
import dev.strake.yaml.ScalarType;
import dev.strake.yaml.YamlScalar;
import java.util.List;
import java.util.OptionalLong;

/**
 * Numbers and periods of the kubelet that have a range.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/apis/config/validation/validation.go">ValidateKubeletConfiguration</a>
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/apis/config/v1beta1/defaults.go">SetDefaults_KubeletConfiguration,
 *     for what zero means</a>
 */
final class KubeletNumbersRule implements ConfigRule {

  private static final long MILLISECOND = 1_000_000;
  private static final long SECOND = 1_000 * MILLISECOND;
  private static final long MOST_CONTAINERS_IDS = 1L << 32;
  private static final long IDS = 65536;

  private static final List<NumberRange> RANGES =
      List.of(
          NumberRange.notNegative("nodeLeaseDurationSeconds"),
          NumberRange.notNegative("eventBurst"),
          NumberRange.notNegative("eventRecordQPS"),
          NumberRange.orZero("healthzPort", 1, 65535),
          NumberRange.orZero("port", 1, 65535),
          NumberRange.orZero("readOnlyPort", 1, 65535),
          NumberRange.of("iptablesDropBit", 0, 31),
          NumberRange.of("iptablesMasqueradeBit", 0, 31),
          NumberRange.notNegative("kubeAPIBurst"),
          NumberRange.notNegative("kubeAPIQPS"),
          NumberRange.atLeast("nodeStatusMaxImages", -1),
          NumberRange.notNegative("maxOpenFiles"),
          NumberRange.notNegative("maxPods"),
          NumberRange.notNegative("podsPerCore"),
          NumberRange.of("oomScoreAdj", -1000, 1000),
          NumberRange.notNegative("registryBurst"),
          NumberRange.notNegative("registryPullQPS"),
          NumberRange.atLeast("maxParallelImagePulls", 1),
          NumberRange.atLeast("containerLogMaxWorkers", 1),
          NumberRange.atLeast("containerLogMaxFiles", 2));

  @Override
  public void check(Section config, KubernetesVersion release) {
    RANGES.forEach(range -> range.check(config, KUBELET));
    cfsPeriod(config, release);
    restartPeriod(config, release);
    throttlingFactor(config.at("memoryThrottlingFactor"));
    idsPerPod(config.at("userNamespaces").at("idsPerPod"));
    atLeast(config, "containerLogMonitorInterval", 3 * SECOND, "3s or more");
    positiveOrDefault(config, "draManagerReconcilePeriod");
  }

  private static void cfsPeriod(Section config, KubernetesVersion release) {
    OptionalLong period = config.nanos("cpuCFSQuotaPeriod");
    if (period.isEmpty()) {
      return;
    }
    long nanos = period.getAsLong();
    Section field = config.at("cpuCFSQuotaPeriod");
    if (!KubeletGate.CUSTOM_CFS_PERIOD.isOn(config, release)) {
      if (nanos != 100 * MILLISECOND) {
        field.report(KUBELET, "must be 100ms without the feature gate CustomCPUCFSQuotaPeriod");
      }
    } else if (nanos < MILLISECOND || nanos > SECOND) {
      field.report(KUBELET, "must be from 1ms to 1s");
    }
  }

  private static void restartPeriod(Section config, KubernetesVersion release) {
    Section backOff = config.at("crashLoopBackOff");
    OptionalLong period = backOff.nanos("maxContainerRestartPeriod");
    if (period.isEmpty()) {
      return;
    }
    Section field = backOff.at("maxContainerRestartPeriod");
    long milliseconds = period.getAsLong() / MILLISECOND;
    if (!KubeletGate.CRASH_LOOP_MAX.isOn(config, release)) {
      field.report(KUBELET, "needs the feature gate KubeletCrashLoopBackOffMax");
    } else if (milliseconds < 1_000 || milliseconds > 300_000) {
      field.report(KUBELET, "must be from 1s to 300s");
    }
  }

  private static void throttlingFactor(Section factor) {
    if (factor.node() instanceof YamlScalar number && number.type() != ScalarType.NULL) {
      double value = number.doubleValue();
      if (value <= 0 || value > 1) {
        factor.report(KUBELET, "must be more than 0 and at most 1");
      }
    }
  }

  /** The documented limits of UserNamespaces; the kubelet makes its pods' ranges of them. */
  private static void idsPerPod(Section ids) {
    if (ids.number().isPresent()) {
      long number = ids.number().getAsLong();
      boolean fine = number > 0 && number % IDS == 0 && number < MOST_CONTAINERS_IDS;
      if (!fine) {
        ids.report(KUBELET, "must be a multiple of 65536 below 2^32");
      }
    }
  }

  private static void atLeast(Section config, String name, long least, String words) {
    OptionalLong nanos = config.nanos(name);
    if (nanos.isPresent() && nanos.getAsLong() < least) {
      config.at(name).report(KUBELET, "must be " + words);
    }
  }

  private static void positiveOrDefault(Section config, String name) {
    if (config.nanos(name).orElse(0) < 0) {
      config.at(name).report(KUBELET, "must not be negative");
    }
  }
}
