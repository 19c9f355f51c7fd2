package dev.strake.generate.kubevip;

import dev.strake.value.InterfaceName;
import dev.strake.value.IpAddress;
import dev.strake.value.IpFamily;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * What kube-vip is told, by its environment: to carry one address for the API servers by ARP (or
 * its like of IPv6), and nothing else.
 *
 * @param port of the address and of the API server beside it, which are the same here
 * @see <a
 *     href="https://github.com/kube-vip/kube-vip/blob/v1.2.3/pkg/kubevip/config_envvar.go">kube-vip:
 *     environment variables</a>
 */
record KubeVipSettings(IpAddress address, InterfaceName networkInterface, int port) {

  static final String ADDRESS = "address";
  static final String INTERFACE = "vip_interface";
  static final String PORT = "port";

  /**
   * On loopback, since nobody is asked for a password. An empty value would mean kube-vip's own
   * default, which is all addresses of the machine.
   *
   * @see <a href="https://github.com/kube-vip/kube-vip/blob/v1.2.3/cmd/kube-vip.go">kube-vip:
   *     prometheusHTTPServer</a>
   */
  private static final String METRICS = "127.0.0.1:2112";

  /** In a stable order, each name once. */
  List<EnvVar> environment() {
    List<EnvVar> all = new ArrayList<>();
    all.add(is("cp_enable", "true"));
    all.add(is("cp_namespace", "kube-system"));
    all.add(is("svc_enable", "false"));
    all.add(is("vip_arp", "true"));
    all.add(is(ADDRESS, address.toString()));
    all.add(is("vip_subnet", wholeAddress()));
    all.add(is(PORT, Integer.toString(port)));
    all.add(is(INTERFACE, networkInterface.toString()));
    all.add(is("vip_ddns", "false"));
    all.add(is("dns_mode", "first"));
    all.addAll(election());
    all.add(is("prometheus_server", METRICS));
    return all;
  }

  /** As a host's, so that no second route to the machines' network comes with it. */
  private String wholeAddress() {
    return address.family() == IpFamily.IPV6 ? "128" : "32";
  }

  /**
   * Who carries the address holds a lease of the cluster; its times are kube-vip's own defaults. A
   * shorter lease is lost whenever a slow disk keeps etcd busy, and the address moves for nothing.
   */
  private static List<EnvVar> election() {
    return List.of(
        is("vip_leaderelection", "true"),
        new EnvVarBuilder()
            .withName("vip_nodename")
            .withNewValueFrom()
            .withNewFieldRef()
            .withFieldPath("spec.nodeName")
            .endFieldRef()
            .endValueFrom()
            .build(),
        is("vip_leasename", "plndr-cp-lock"),
        is("vip_leaseduration", "15"),
        is("vip_renewdeadline", "10"),
        is("vip_retryperiod", "2"));
  }

  private static EnvVar is(String name, String value) {
    return new EnvVarBuilder().withName(name).withValue(value).build();
  }
}
