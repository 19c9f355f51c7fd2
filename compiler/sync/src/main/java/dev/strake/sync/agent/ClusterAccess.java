package dev.strake.sync.agent;

import dev.strake.sync.ClusterSync;
import dev.strake.sync.configuration.ClusterConfiguration;
import dev.strake.sync.live.ClusterConnection;
import dev.strake.sync.live.WriteGate;
import java.util.Optional;

/** A connection to a cluster, and the sync over it. */
record ClusterAccess(ClusterConnection connection, ClusterSync sync) implements AutoCloseable {

  /**
   * @throws dev.strake.sync.live.ClusterUnreachable if nobody says where the cluster is
   */
  static ClusterAccess open(ClusterConfiguration cluster, WriteGate gate, SyncKit kit) {
    ClusterConnection connection =
        ClusterConnection.open(
            cluster.kubeconfig(),
            cluster.context().isEmpty() ? Optional.empty() : Optional.of(cluster.context()),
            kit.retries(),
            gate);
    return new ClusterAccess(
        connection, new ClusterSync(connection.api(), kit.options(), kit.clock(), kit.sleeper()));
  }

  @Override
  public void close() {
    sync.close();
    connection.close();
  }
}
