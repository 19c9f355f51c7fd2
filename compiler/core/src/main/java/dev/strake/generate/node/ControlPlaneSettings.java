package dev.strake.generate.node;

import dev.strake.generate.controlplane.ControlPlanePaths;
import dev.strake.generate.shell.ShellScript;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.ResolvedNode;
import dev.strake.spec.ApiServer;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Etcd;
import java.util.ArrayList;
import java.util.List;

/** What a control plane's script must know beside what every node's does. */
final class ControlPlaneSettings {

  private static final String ETCD_DATA = "/var/lib/etcd";

  private final ResolvedCluster cluster;
  private final NodeSecrets secrets;
  private final boolean first;

  /**
   * @param first whether the cluster begins here
   */
  ControlPlaneSettings(ResolvedCluster cluster, NodeSecrets secrets, boolean first) {
    this.cluster = cluster;
    this.secrets = secrets;
    this.first = first;
  }

  void writeTo(ShellScript script) {
    ApiServer.Encryption encryption = cluster.spec().spec().controlPlane().apiServer().encryption();
    script
        .table(
            "AUTHORITY_KEYS",
            secrets.keys().stream().map(key -> List.of(key.path(), key.use())).toList())
        .setting("ENCRYPTION", ControlPlanePaths.ENCRYPTION)
        .setting("ENCRYPTION_KEYS", secrets.encryptionKeys().map(HostSecret::path).orElse(""))
        .setting("ENCRYPTION_PROVIDER", encryption == null ? "" : encryption.provider().name())
        .setting(
            "ENCRYPTED_RESOURCES",
            encryption == null
                ? List.of()
                : encryption.resources().stream().map(Object::toString).toList())
        .setting("CREATE_TOKEN", Boolean.toString(first && cluster.nodes().size() > 1))
        .setting("TOKEN_SECONDS", Long.toString(secrets.tokenSeconds()))
        .table("MANAGED_LABELS", managedLabels());
  }

  private List<List<String>> managedLabels() {
    List<List<String>> rows = new ArrayList<>();
    for (ResolvedNode node : cluster.nodes()) {
      node.managedLabels()
          .forEach((key, value) -> rows.add(List.of(node.name(), key + "=" + value)));
    }
    return rows;
  }

  /** Where a member of etcd keeps its data on this node; empty if there is none. */
  static String etcdData(ClusterSpec spec, ResolvedNode node) {
    Etcd etcd = spec.controlPlane().etcd();
    if (!node.isControlPlane() || etcd.external() != null) {
      return "";
    }
    return etcd.local() == null || etcd.local().dataDir() == null
        ? ETCD_DATA
        : etcd.local().dataDir().text();
  }
}
