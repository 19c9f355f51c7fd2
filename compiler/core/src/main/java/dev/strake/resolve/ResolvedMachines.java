package dev.strake.resolve;

import dev.strake.spec.Bootstrap;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.OperatingSystem;
import dev.strake.spec.Origins;
import dev.strake.value.AbsolutePath;
import java.util.List;

/**
 * What is the same on all machines.
 *
 * @param formats what is generated for each machine
 * @param resolvConf the resolv.conf that the kubelet hands to pods
 * @param kubelet the kubelet's settings where a pool has none of its own
 */
public record ResolvedMachines(
    List<Bootstrap.Format> formats, AbsolutePath resolvConf, ResolvedKubelet kubelet) {

  /**
   * @see <a
   *     href="https://kubernetes.io/docs/tasks/administer-cluster/dns-debugging-resolution/#known-issues">Kubernetes:
   *     systemd-resolved and loops</a>
   */
  private static final AbsolutePath OF_RESOLVED =
      new AbsolutePath("/run/systemd/resolve/resolv.conf");

  private static final AbsolutePath PLAIN = new AbsolutePath("/etc/resolv.conf");

  public ResolvedMachines {
    formats = List.copyOf(formats);
  }

  static ResolvedMachines of(ClusterSpec spec, Origins origins) {
    List<Bootstrap.Format> formats = spec.bootstrap().format();
    return new ResolvedMachines(
        formats.isEmpty() ? List.of(Bootstrap.Format.values()) : formats,
        resolvConf(spec.os()),
        ResolvedKubelet.of(spec.kubelet(), null, origins));
  }

  private static AbsolutePath resolvConf(OperatingSystem os) {
    if (os.resolvConf() != null) {
      return os.resolvConf();
    }
    return os.family() == OperatingSystem.Family.ubuntu ? OF_RESOLVED : PLAIN;
  }
}
