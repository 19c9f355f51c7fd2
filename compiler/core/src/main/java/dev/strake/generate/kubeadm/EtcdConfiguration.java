package dev.strake.generate.kubeadm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exactly one of the two is there. */
record EtcdConfiguration(@Nullable LocalEtcd local, @Nullable ExternalEtcd external) {

  static EtcdConfiguration of(LocalEtcd local) {
    return new EtcdConfiguration(local, null);
  }

  static EtcdConfiguration of(ExternalEtcd external) {
    return new EtcdConfiguration(null, external);
  }

  /**
   * A member on each control plane node.
   *
   * @param dataDir null for kubeadm's own default, /var/lib/etcd
   */
  record LocalEtcd(@Nullable String dataDir, Arguments extraArgs) {}

  /** A cluster of somebody else; kubeadm asks for a client certificate with its key, and the CA. */
  record ExternalEtcd(List<String> endpoints, String caFile, String certFile, String keyFile) {}
}
