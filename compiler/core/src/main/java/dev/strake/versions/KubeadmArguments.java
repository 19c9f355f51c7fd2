package dev.strake.versions;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The flags that kubeadm starts components of the control plane with, whatever its configuration
 * adds.
 */
public final class KubeadmArguments {

  /** Stands in the table for the directory of the certificates. */
  private static final String CERTIFICATES = "{pki}";

  private static final Table TABLE =
      Table.load("kubeadm-arguments.tsv", "component", "flag", "value");

  private KubeadmArguments() {}

  /**
   * Values by the flags' names without dashes; none for a component that kubeadm does not start.
   *
   * @param component {@code kube-apiserver}, {@code kube-controller-manager}, {@code
   *     kube-scheduler} or {@code etcd}
   * @param certificates the directory that kubeadm keeps certificates and keys in
   */
  public static Map<String, String> of(String component, String certificates) {
    Map<String, String> flags = new LinkedHashMap<>();
    for (Row row : TABLE.rows()) {
      if (row.text("component").equals(component)) {
        flags.put(row.text("flag"), row.text("value").replace(CERTIFICATES, certificates));
      }
    }
    return flags;
  }
}
