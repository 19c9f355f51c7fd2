package dev.strake.generate.system;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.value.AbsolutePath;
import dev.strake.value.Cidr;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What nodes need of the Linux kernel.
 *
 * @param modules loaded at every boot
 * @param settings by their name with dots
 * @see <a
 *     href="https://kubernetes.io/docs/setup/production-environment/container-runtimes/#prerequisite-ipv4-forwarding-optional">Kubernetes:
 *     container runtimes</a>
 */
public record Kernel(List<String> modules, SortedMap<String, String> settings) {

  /** Where {@link #settings()} are. Behind 99-sysctl.conf, which Debian links to sysctl.conf. */
  public static final AbsolutePath SETTINGS_FILE =
      new AbsolutePath("/etc/sysctl.d/99-zz-strake.conf");

  static final AbsolutePath MODULES_FILE = new AbsolutePath("/etc/modules-load.d/strake.conf");

  /**
   * What a kubelet with protectKernelDefaults insists on, and sets itself without.
   *
   * @see <a
   *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/kubelet/cm/container_manager_linux.go">setupKernelTunables</a>
   */
  private static final Map<String, String> OF_KUBELET =
      Map.of(
          "vm.overcommit_memory", "1",
          "vm.panic_on_oom", "0",
          "kernel.panic", "10",
          "kernel.panic_on_oops", "1",
          "kernel.keys.root_maxkeys", "1000000",
          "kernel.keys.root_maxbytes", "25000000");

  public Kernel {
    modules = List.copyOf(modules);
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  public static Kernel of(ResolvedCluster cluster) {
    Map<String, String> settings = new LinkedHashMap<>(OF_KUBELET);
    settings.put("net.bridge.bridge-nf-call-iptables", "1");
    settings.put("net.bridge.bridge-nf-call-ip6tables", "1");
    settings.put("net.ipv4.ip_forward", "1");
    if (cluster.networks().pods().stream().anyMatch(Kernel::isIpv6)) {
      settings.put("net.ipv6.conf.all.forwarding", "1");
    }
    return new Kernel(List.of("br_netfilter", "overlay"), new TreeMap<>(settings));
  }

  private static boolean isIpv6(Cidr block) {
    return block.toString().contains(":");
  }

  String modulesText() {
    return SystemGenerator.HEADER + String.join("\n", modules) + "\n";
  }

  String settingsText() {
    StringBuilder text = new StringBuilder(SystemGenerator.HEADER);
    settings.forEach((name, value) -> text.append(name + " = " + value + "\n"));
    return text.toString();
  }
}
