package dev.strake.sync.agent;

import dev.strake.git.Fetch;
import dev.strake.sync.configuration.ClusterConfiguration;
import dev.strake.sync.live.WriteGate;
import dev.strake.sync.reconcile.Attempt;

/** Begins attempts; several at once, but one of each cluster. */
@FunctionalInterface
public interface Attempts {
  /**
   * Begins one.
   *
   * @param gate whether this replica still keeps the cluster: asked before each write
   */
  Attempt begin(ClusterConfiguration cluster, Fetch.Done fetched, WriteGate gate);
}
