package dev.strake.generate.node;

import dev.strake.value.AbsolutePath;

/** Where kubeadm has certificates and keys on control planes. */
final class KubeadmPki {

  static final String CA = "ca";
  static final String FRONT_PROXY_CA = "front-proxy-ca";
  static final String ETCD_CA = "etcd/ca";
  static final String ETCD_CLIENT = "apiserver-etcd-client";

  /** A pair of keys without a certificate. */
  static final String SERVICE_ACCOUNTS = "sa";

  private static final String FOLDER = "/etc/kubernetes/pki/";

  private KubeadmPki() {}

  static AbsolutePath certificate(String name) {
    return new AbsolutePath(FOLDER + name + ".crt");
  }

  static AbsolutePath key(String name) {
    return new AbsolutePath(FOLDER + name + ".key");
  }
}
