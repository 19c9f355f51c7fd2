package dev.strake.sync.agent;

import dev.strake.sync.configuration.AgentConfiguration;
import dev.strake.sync.lease.Shares;
import dev.strake.sync.serve.BoundedServer;
import dev.strake.sync.serve.ServerLimits;
import dev.strake.sync.status.StatusSender;
import dev.strake.sync.telemetry.AgentMetrics;
import dev.strake.sync.telemetry.ClusterEvent;
import dev.strake.sync.telemetry.EventLog;
import dev.strake.sync.webhook.SecretFiles;
import dev.strake.sync.webhook.WebhookHost;
import dev.strake.sync.webhook.WebhookReceiver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** An agent with its servers: what a process of it is. */
public final class AgentService implements AutoCloseable {

  private final Agent agent;
  private final BoundedServer status;
  private final Optional<BoundedServer> webhooks;

  private AgentService(Agent agent, BoundedServer status, Optional<BoundedServer> webhooks) {
    this.agent = agent;
    this.status = status;
    this.webhooks = webhooks;
  }

  /**
   * What an agent needs from outside.
   *
   * @param events writes one to the API server; may throw
   * @param version of this program
   */
  public record Surroundings(
      Shares shares,
      Attempts attempts,
      Consumer<ClusterEvent> events,
      EventLog log,
      Clock clock,
      String version) {}

  /**
   * Starts it; ports of 0 in the configuration are none for webhooks and any for status.
   *
   * @throws IOException if a port cannot be had
   */
  public static AgentService start(AgentConfiguration configuration, Surroundings around)
      throws IOException {
    AgentMetrics metrics = new AgentMetrics(around.version());
    Notices notices =
        new Notices(new StatusSender(), around.events(), around.log(), metrics, around.clock());
    Journal journal = new Journal(configuration, around.log(), metrics, notices, around.clock());
    Agent agent =
        new Agent(
            configuration,
            around.shares(),
            around.attempts(),
            journal,
            notices,
            around.clock(),
            () -> ThreadLocalRandom.current().nextDouble());
    BoundedServer status =
        BoundedServer.start(
            "status",
            new InetSocketAddress(configuration.statusPort()),
            ServerLimits.PROBES,
            new StatusPages(agent, metrics));
    Optional<BoundedServer> webhooks = Optional.empty();
    try {
      webhooks = listen(configuration, agent, journal, around.clock());
    } catch (IOException e) {
      status.close();
      agent.close();
      throw e;
    }
    agent.start();
    return new AgentService(agent, status, webhooks);
  }

  private static Optional<BoundedServer> listen(
      AgentConfiguration configuration, Agent agent, Journal journal, Clock clock)
      throws IOException {
    if (configuration.webhookPort() == 0 || configuration.webhooks().isEmpty()) {
      return Optional.empty();
    }
    Map<WebhookHost, SecretFiles> secrets = new EnumMap<>(WebhookHost.class);
    configuration.webhooks().forEach((host, files) -> secrets.put(host, new SecretFiles(files)));
    return Optional.of(
        BoundedServer.start(
            "webhooks",
            new InetSocketAddress(configuration.webhookPort()),
            ServerLimits.WEBHOOKS,
            new WebhookReceiver(secrets, clock, new PushedRepositories(agent, journal))));
  }

  /** Where {@code /healthz}, {@code /readyz} and {@code /metrics} are. */
  public int statusPort() {
    return status.port();
  }

  /** Takes no more webhooks, stops the agent, and answers probes until it has stopped. */
  @Override
  public void close() {
    webhooks.ifPresent(BoundedServer::close);
    agent.close();
    status.close();
  }
}
