package dev.strake.sync.agent;

import dev.strake.sync.SyncOptions;
import dev.strake.sync.configuration.AgentConfiguration;
import dev.strake.sync.live.RetryPolicy;
import dev.strake.sync.live.Sleeper;
import java.time.Clock;

/** What attempts at real clusters are made with. */
public record SyncKit(
    BundleCompiler compiler,
    SyncOptions options,
    RetryPolicy retries,
    Sleeper sleeper,
    Clock clock) {

  /** As an agent begins them. */
  public Attempts attempts(AgentConfiguration configuration) {
    return (cluster, fetched, gate) ->
        new BundleAttempt(
            cluster,
            configuration.repository(cluster.repository()),
            fetched,
            gate,
            this,
            new Neighbours(configuration, cluster, compiler));
  }
}
