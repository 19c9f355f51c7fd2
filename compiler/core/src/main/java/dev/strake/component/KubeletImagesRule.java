package dev.strake.component;

import static dev.strake.component.ComponentCodes.KUBELET;

import dev.strake.value.KubernetesVersion;
import java.util.List;

/**
 * How the kubelet pulls images and throws them away.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/apis/config/validation/validation.go">ValidateKubeletConfiguration</a>
 */
final class KubeletImagesRule implements ConfigRule {

  private static final int DEFAULT_HIGH = 85;
  private static final int DEFAULT_LOW = 80;
  private static final long DEFAULT_MINIMUM_AGE = 120_000_000_000L;
  private static final String ALLOW_LISTED = "NeverVerifyAllowlistedImages";
  private static final List<String> POLICIES =
      List.of("NeverVerify", "NeverVerifyPreloadedImages", ALLOW_LISTED, "AlwaysVerify");

  @Override
  public void check(Section config, KubernetesVersion release) {
    thresholds(config);
    ages(config);
    parallelPulls(config);
    credentials(config, release);
  }

  private static void thresholds(Section config) {
    NumberRange.of("imageGCHighThresholdPercent", 0, 100).check(config, KUBELET);
    NumberRange.of("imageGCLowThresholdPercent", 0, 100).check(config, KUBELET);
    Section low = config.at("imageGCLowThresholdPercent");
    Section high = config.at("imageGCHighThresholdPercent");
    long lowest = low.number().orElse(DEFAULT_LOW);
    long highest = high.number().orElse(DEFAULT_HIGH);
    if (lowest >= highest) {
      Section written = low.exists() ? low : high;
      written
          .sink()
          .report(
              written
                  .finding(
                      KUBELET,
                      Problem.of(
                          "makes images be deleted down to %s %% once %s %% of the disk are used"
                              .formatted(lowest, highest)))
                  .withHelp("the low threshold must be less than the high one"));
    }
  }

  private static void ages(Section config) {
    long least = config.nanos("imageMinimumGCAge").orElse(0);
    long most = config.nanos("imageMaximumGCAge").orElse(0);
    if (least < 0) {
      config.at("imageMinimumGCAge").report(KUBELET, "must not be negative");
    }
    if (most < 0) {
      config.at("imageMaximumGCAge").report(KUBELET, "must not be negative");
    }
    if (most > 0 && most <= (least == 0 ? DEFAULT_MINIMUM_AGE : least)) {
      config
          .at("imageMaximumGCAge")
          .report(KUBELET, "must be longer than imageMinimumGCAge, which is 2m by default");
    }
  }

  private static void parallelPulls(Section config) {
    boolean serial = config.flag("serializeImagePulls").orElse(true);
    if (serial && config.number("maxParallelImagePulls") > 1) {
      config
          .at("maxParallelImagePulls")
          .report(
              KUBELET,
              new Problem(
                  "is more than 1, but images are pulled one by one",
                  "add serializeImagePulls: false"));
    }
  }

  private static void credentials(Section config, KubernetesVersion release) {
    Section policy = config.at("imagePullCredentialsVerificationPolicy");
    Section allowed = config.at("preloadedImagesVerificationAllowlist");
    if (!KubeletGate.ENSURE_SECRET_PULLED.isOn(config, release)) {
      for (Section field : List.of(policy, allowed)) {
        if (!field.text().isEmpty() || !field.items().isEmpty()) {
          field.report(KUBELET, "needs the feature gate KubeletEnsureSecretPulledImages");
        }
      }
      return;
    }
    Words.check(policy, KUBELET, POLICIES);
    if (!allowed.items().isEmpty() && !policy.text().equals(ALLOW_LISTED)) {
      allowed.report(
          KUBELET,
          new Problem(
              "has an effect only with one policy",
              "add imagePullCredentialsVerificationPolicy: " + ALLOW_LISTED));
    }
  }
}
