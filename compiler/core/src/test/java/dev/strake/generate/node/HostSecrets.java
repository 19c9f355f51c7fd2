package dev.strake.generate.node;

import java.util.LinkedHashMap;
import java.util.Map;

/** The secrets of {@link HostCluster}'s first control plane. */
final class HostSecrets {

  static final String TOKEN = "/run/kubeadm/token";

  private static final String FOLDER = "/etc/strake/secrets/";

  private HostSecrets() {}

  /** By their path on the host. */
  static Map<String, String> make() throws Exception {
    Map<String, String> secrets = new LinkedHashMap<>();
    secrets.put(TOKEN, "canary.0123456789abcdef\n");
    for (String name : new String[] {"ca.key", "etcd-ca.key", "front-proxy-ca.key", "sa.key"}) {
      ToolRun key = ToolRun.of("openssl", "genpkey", "-quiet", "-algorithm", "ed25519");
      secrets.put(FOLDER + name, key.said());
    }
    secrets.put(FOLDER + "encryption-keys", "key1: MDEyMzQ1Njc4OWNhbmFyeTc4OTAxMjM0NTY3ODkwMTI=\n");
    return secrets;
  }
}
