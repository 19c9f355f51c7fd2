package dev.strake.check.backup;

import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.EtcdBackup.SystemdTimer;
import java.util.Optional;

/** The timer that takes snapshots of etcd, where there is one. */
final class Timer {

  private Timer() {}

  static Optional<SystemdTimer> of(ResolvedCluster cluster) {
    return cluster.spec().spec().backup().etcd() instanceof SystemdTimer timer
        ? Optional.of(timer)
        : Optional.empty();
  }
}
