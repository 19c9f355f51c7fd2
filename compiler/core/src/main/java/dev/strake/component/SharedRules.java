package dev.strake.component;

import dev.strake.diagnostic.Code;
import dev.strake.value.KubernetesVersion;
import dev.strake.value.Quantity;
import dev.strake.value.Quoted;
import java.util.List;

/** What kubelet and kube-proxy have from the library of components. */
final class SharedRules {

  private SharedRules() {}

  /**
   * The options of logging.
   *
   * @param alpha whether the feature gate LoggingAlphaOptions is on
   * @see <a
   *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/component-base/logs/api/v1/options.go">Validate
   *     in component-base</a>
   */
  static void logging(Section logging, boolean alpha, Code code) {
    Words.check(logging.at("format"), code, List.of("text", "json"));
    NumberRange.of("verbosity", 0, Integer.MAX_VALUE).check(logging, code);
    boolean text = logging.text("format", "text").equals("text");
    for (Section module : logging.items("vmodule")) {
      String pattern = module.text("filePattern");
      if (!text) {
        module.report(code, "has an effect only in the format text");
      } else if (pattern.isEmpty() || pattern.contains("=") || pattern.contains(",")) {
        module.at("filePattern").report(code, "must be there, without '=' and ','");
      }
      NumberRange.of("verbosity", 0, Integer.MAX_VALUE).check(module, code);
    }
    for (String format : List.of("text", "json")) {
      if (!alpha) {
        alphaOptions(logging.at("options").at(format), code);
      }
    }
  }

  private static void alphaOptions(Section options, Code code) {
    if (options.flag("splitStream").orElse(false)) {
      options.at("splitStream").report(code, "needs the feature gate LoggingAlphaOptions");
    }
    Section buffer = options.at("infoBufferSize");
    boolean zero =
        buffer.number().orElse(0) == 0
            && Quantity.parse(buffer.text()).match(Quantity::isZero, bad -> true);
    if (!zero) {
      buffer.report(code, "needs the feature gate LoggingAlphaOptions");
    }
  }

  /**
   * Only the minor release before may be named.
   *
   * @see <a
   *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/component-base/metrics/options.go">ValidateShowHiddenMetricsVersion
   *     in component-base</a>
   */
  static void hiddenMetrics(Section version, KubernetesVersion release, Code code) {
    String before = release.major() + "." + (release.minor() - 1);
    if (!version.text().isEmpty() && !version.text().equals(before)) {
      version.report(
          code,
          new Problem(
              "is %s, and only the minor release before may be named"
                  .formatted(Quoted.of(version.text())),
              "write \"%s\", or leave it out".formatted(before)));
    }
  }
}
