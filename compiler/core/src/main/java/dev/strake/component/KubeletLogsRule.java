package dev.strake.component;

import static dev.strake.component.ComponentCodes.KUBELET;

import dev.strake.value.KubernetesVersion;
import dev.strake.value.Quoted;
import java.util.List;

/**
 * Logs, metrics and traces of the kubelet.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/apis/config/validation/validation.go">ValidateKubeletConfiguration</a>
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/component-base/tracing/api/v1/config.go">ValidateTracingConfiguration</a>
 */
final class KubeletLogsRule implements ConfigRule {

  private static final List<String> TRACING_SCHEMES = List.of("dns", "unix", "unix-abstract");

  @Override
  public void check(Section config, KubernetesVersion release) {
    podLogs(config.at("podLogsDir"));
    boolean alpha = KubeletGate.ALPHA_LOGGING.isOn(config, release);
    SharedRules.logging(config.at("logging"), alpha, KUBELET);
    SharedRules.hiddenMetrics(config.at("showHiddenMetricsForVersion"), release, KUBELET);
    NumberRange.of("tracing.samplingRatePerMillion", 0, 1_000_000).check(config, KUBELET);
    tracingEndpoint(config.at("tracing").at("endpoint"));
  }

  private static void podLogs(Section field) {
    String text = field.text();
    if (text.isEmpty()) {
      return;
    }
    boolean clean = text.equals("/") || !(text + "/").matches(".*/(|\\.|\\.\\.)/.*");
    boolean ascii = text.chars().allMatch(c -> c < 0x80);
    if (!text.startsWith("/") || !clean || !ascii) {
      field.report(
          KUBELET,
          new Problem(
              "is %s, which is no clean absolute path in ASCII".formatted(Quoted.of(text)),
              "write it without . and .., double and final slashes: /var/log/pods"));
    }
  }

  private static void tracingEndpoint(Section endpoint) {
    String text = endpoint.text();
    if (text.isEmpty()) {
      return;
    }
    String url = text.contains("//") ? text : "dns://" + text;
    boolean fine =
        GoUrl.parse(url).map(GoUrl::scheme).filter(TRACING_SCHEMES::contains).isPresent();
    if (!fine) {
      endpoint.report(
          KUBELET,
          new Problem(
              "is %s, which is no endpoint of a collector".formatted(Quoted.of(text)),
              "write a host and port, or a URL with " + Words.oneOf(TRACING_SCHEMES)));
    }
  }
}
