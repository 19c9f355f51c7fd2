package dev.strake.sync.agent;

import dev.strake.git.Fetch;
import dev.strake.sync.configuration.ClusterConfiguration;
import dev.strake.sync.reconcile.Attempt;

/** Begins attempts; several at once, but one of each cluster. */
@FunctionalInterface
public interface Attempts {
  Attempt begin(ClusterConfiguration cluster, Fetch.Done fetched);
}
