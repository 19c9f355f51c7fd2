package dev.strake.sync.configuration;

import dev.strake.sync.webhook.WebhookHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What an agent does.
 *
 * @param name of the fleet, for its Leases and logs
 * @param namespace of the agent's own Leases and Events
 * @param poll how often repositories are asked for news
 * @param drift how long after a success a cluster is looked at for drift
 * @param concurrency clusters that are synced at once
 * @param drain how long a stop waits for syncs under way
 * @param cache a folder for copies of repositories, which may be lost
 * @param webhookPort 0 for none
 * @param statusPort of health and metrics
 * @param webhooks files with secrets, by host
 */
public record AgentConfiguration(
    String name,
    String namespace,
    Duration poll,
    Duration drift,
    int concurrency,
    Duration drain,
    Path cache,
    int webhookPort,
    int statusPort,
    Map<WebhookHost, List<Path>> webhooks,
    List<RepositoryConfiguration> repositories,
    List<ClusterConfiguration> clusters) {

  public AgentConfiguration {
    webhooks = Map.copyOf(webhooks);
    repositories = List.copyOf(repositories);
    clusters = List.copyOf(clusters);
  }

  /** One that a cluster names; each does name one that is there. */
  public RepositoryConfiguration repository(String wanted) {
    return repositories.stream()
        .filter(repository -> repository.name().equals(wanted))
        .findFirst()
        .orElseThrow();
  }
}
