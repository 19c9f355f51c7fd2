package dev.strake.component;

import static dev.strake.component.ComponentCodes.KUBE_PROXY;

import dev.strake.value.KubernetesVersion;
import dev.strake.value.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * KubeProxyConfiguration, but for its mode and what hangs on it.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/proxy/apis/config/validation/validation.go">Validate
 *     in kube-proxy</a>
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/proxy/apis/config/v1alpha1/defaults.go">SetDefaults_KubeProxyConfiguration,
 *     for what zero means</a>
 */
final class KubeProxyRule implements ConfigRule {

  private static final Pattern PORTS =
      Pattern.compile("(?<first>[0-9]{1,5})((?<sign>[-+])(?<second>[0-9]{1,5}))?");
  private static final List<NumberRange> RANGES =
      List.of(
          NumberRange.of("oomScoreAdj", -1000, 1000),
          NumberRange.notNegative("conntrack.maxPerCore"),
          NumberRange.notNegative("conntrack.min"),
          NumberRange.notNegative("clientConnection.burst"));
  private static final List<String> CONNTRACK_TIMEOUTS =
      List.of("tcpEstablishedTimeout", "tcpCloseWaitTimeout", "udpTimeout", "udpStreamTimeout");

  /** The first release with more keywords than primary. */
  private static final int KEYWORDS_SINCE = 37;

  @Override
  public void check(Section config, KubernetesVersion release) {
    RANGES.forEach(range -> range.check(config, KUBE_PROXY));
    for (String name : CONNTRACK_TIMEOUTS) {
      notNegative(config.at("conntrack"), name);
    }
    notNegative(config, "configSyncPeriod");
    Section bind = config.at("bindAddress");
    if (!bind.text().isEmpty() && LenientAddresses.address(bind.text()).isEmpty()) {
      bind.report(KUBE_PROXY, "is %s, which is no IP address".formatted(Quoted.of(bind.text())));
    }
    address(config.at("healthzBindAddress"));
    address(config.at("metricsBindAddress"));
    portRange(config.at("portRange"));
    nodePortAddresses(config.items("nodePortAddresses"), release);
    boolean alpha = config.at("featureGates").flag("LoggingAlphaOptions").orElse(false);
    SharedRules.logging(config.at("logging"), alpha, KUBE_PROXY);
    SharedRules.hiddenMetrics(config.at("showHiddenMetricsForVersion"), release, KUBE_PROXY);
  }

  static void notNegative(Section config, String name) {
    if (config.nanos(name).orElse(0) < 0) {
      config.at(name).report(KUBE_PROXY, "must not be negative");
    }
  }

  /** validateHostPort, behind AppendPortIfNeeded, which adds the usual port to a bare address. */
  private static void address(Section field) {
    String text = field.text();
    if (text.isEmpty() || LenientAddresses.address(text).isPresent()) {
      return;
    }
    Optional<HostPorts.Split> split = HostPorts.split(text);
    boolean fine =
        split.isPresent()
            && LenientAddresses.address(split.get().host()).isPresent()
            && HostPorts.isPort(split.get().port());
    if (!fine) {
      field.report(
          KUBE_PROXY,
          new Problem(
              "is %s, which is no address with a port".formatted(Quoted.of(text)),
              "write it as in 0.0.0.0:10256, or [::]:10256"));
    }
  }

  /** ParsePortRange in apimachinery: {@code a}, {@code a-b} or {@code a+n}. */
  private static void portRange(Section field) {
    Matcher range = PORTS.matcher(field.text().strip());
    if (field.text().strip().isEmpty()) {
      return;
    }
    boolean fine = range.matches();
    if (fine) {
      int first = Integer.parseInt(range.group("first"));
      int second = range.group("second") == null ? first : Integer.parseInt(range.group("second"));
      int last = "+".equals(range.group("sign")) ? first + second : second;
      fine = first <= last && last <= 65535;
    }
    if (!fine) {
      field.report(
          KUBE_PROXY,
          new Problem(
              "is %s, which is no range of ports".formatted(Quoted.of(field.text())),
              "write it as in 30000-32767"));
    }
  }

  /** validateKubeProxyNodePortAddress. */
  private static void nodePortAddresses(List<Section> all, KubernetesVersion release) {
    boolean keywords = release.major() > 1 || release.minor() >= KEYWORDS_SINCE;
    for (Section address : all) {
      String text = address.text();
      if (text.equals("primary")) {
        if (all.size() > 1 && !keywords) {
          address.report(KUBE_PROXY, "is primary, and cannot stand beside others");
        }
        continue;
      }
      boolean keyword = keywords && (text.equals("localhost") || text.equals("all"));
      if (!keyword && LenientAddresses.block(text).isEmpty()) {
        address.report(
            KUBE_PROXY,
            new Problem(
                "is %s, which is no address block".formatted(Quoted.of(text)),
                "write primary alone, or blocks such as 10.20.0.0/24"));
      }
    }
  }
}
