package dev.strake.component;

import static dev.strake.component.ComponentCodes.KUBE_PROXY;

import dev.strake.diagnostic.DidYouMean;
import dev.strake.value.KubernetesVersion;
import dev.strake.value.Quoted;
import java.util.List;
import java.util.OptionalLong;

/**
 * The mode of kube-proxy on Linux, and how it tells local traffic.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/proxy/apis/config/validation/validation.go">validateProxyModeLinux,
 *     validateKubeProxyIPVSConfiguration, validateDetectLocalMode and
 *     validateDetectLocalConfiguration in kube-proxy</a>
 */
final class KubeProxyModeRule implements ConfigRule {

  private static final List<String> MODES = List.of("iptables", "ipvs", "nftables");
  private static final List<String> LOCAL_MODES =
      List.of("ClusterCIDR", "NodeCIDR", "BridgeInterface", "InterfaceNamePrefix");
  private static final long DEFAULT_SYNC = 30_000_000_000L;

  @Override
  public void check(Section config, KubernetesVersion release) {
    Section mode = config.at("mode");
    if (!mode.text().isEmpty() && !MODES.contains(mode.text())) {
      mode.report(
          KUBE_PROXY,
          new Problem(
              "is %s, which is no mode".formatted(Quoted.of(mode.text())), help(mode.text())));
    } else {
      Section section = config.at(config.text("mode", "iptables"));
      syncPeriods(section);
      if (mode.text().equals("ipvs")) {
        ipvs(section);
      }
    }
    NumberRange.of("iptables.masqueradeBit", 0, 31).check(config, KUBE_PROXY);
    if (mode.text().equals("nftables")) {
      NumberRange.of("nftables.masqueradeBit", 0, 31).check(config, KUBE_PROXY);
    }
    Words.check(config.at("detectLocalMode"), KUBE_PROXY, LOCAL_MODES);
    detectLocal(config);
  }

  private static String help(String mode) {
    if (mode.equalsIgnoreCase("none")) {
      return "a cluster without kube-proxy has proxy.disabled: true in its ClusterConfiguration";
    }
    return DidYouMean.of(mode, MODES)
        .map(meant -> "did you mean " + meant + "?")
        .orElse("write " + Words.oneOf(MODES));
  }

  /** A period of 0 asks for the default of 30s. */
  private static void syncPeriods(Section mode) {
    KubeProxyRule.notNegative(mode, "syncPeriod");
    KubeProxyRule.notNegative(mode, "minSyncPeriod");
    OptionalLong written = mode.nanos("syncPeriod");
    long period = written.orElse(0) == 0 ? DEFAULT_SYNC : written.getAsLong();
    long least = mode.nanos("minSyncPeriod").orElse(0);
    if (period > 0 && least > period) {
      mode.at("minSyncPeriod").report(KUBE_PROXY, "must not be longer than syncPeriod");
    }
  }

  private static void ipvs(Section ipvs) {
    for (String name : List.of("tcpTimeout", "tcpFinTimeout", "udpTimeout")) {
      KubeProxyRule.notNegative(ipvs, name);
    }
    for (Section block : ipvs.items("excludeCIDRs")) {
      if (LenientAddresses.block(block.text()).isEmpty()) {
        block.report(
            KUBE_PROXY, "is %s, which is no address block".formatted(Quoted.of(block.text())));
      }
    }
  }

  private static void detectLocal(Section config) {
    Section detect = config.at("detectLocal");
    switch (config.text("detectLocalMode", "ClusterCIDR")) {
      case "BridgeInterface" -> required(detect.at("bridgeInterface"));
      case "InterfaceNamePrefix" -> required(detect.at("interfaceNamePrefix"));
      case "ClusterCIDR" -> clusterBlocks(config.at("clusterCIDR"));
      default -> {}
    }
  }

  private static void required(Section name) {
    if (name.text().isEmpty()) {
      name.report(KUBE_PROXY, "is missing, and detectLocalMode needs it");
    }
  }

  /** validateDualStackCIDRStrings. */
  private static void clusterBlocks(Section field) {
    if (field.text().isEmpty()) {
      return;
    }
    LenientAddresses.blocks(field.text())
        .ifPresentOrElse(
            blocks -> field.report(KUBE_PROXY, ClusterSubnets.families(blocks)),
            () ->
                field.report(
                    KUBE_PROXY,
                    new Problem(
                        "is %s, which is no address block".formatted(Quoted.of(field.text())),
                        "write the cluster's pod subnet")));
  }
}
