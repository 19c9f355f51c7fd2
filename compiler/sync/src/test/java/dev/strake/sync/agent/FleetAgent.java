package dev.strake.sync.agent;

import dev.strake.source.SourceFile;
import dev.strake.sync.SyncOptions;
import dev.strake.sync.configuration.AgentConfiguration;
import dev.strake.sync.configuration.AgentFile;
import dev.strake.sync.inventory.PruneLimits;
import dev.strake.sync.inventory.Tooling;
import dev.strake.sync.lease.LeaseTimings;
import dev.strake.sync.live.RetryPolicy;
import dev.strake.sync.live.Sleeper;
import dev.strake.sync.plan.ConflictPolicy;
import dev.strake.sync.telemetry.EventLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One replica of an agent as it is installed: real Leases, real Events, a connection to each
 * cluster. In the test's own process, or as one that can be stopped and killed.
 */
final class FleetAgent implements AutoCloseable {

  /** Short, so that a test sees them expire; long enough for a machine that is busy. */
  static final LeaseTimings TIMINGS =
      new LeaseTimings(Duration.ofSeconds(4), Duration.ofSeconds(3), Duration.ofMillis(300));

  private final OwnCluster own;
  private final AgentService service;

  private FleetAgent(OwnCluster own, AgentService service) {
    this.own = own;
    this.service = service;
  }

  /**
   * @param configuration of the agent, whose namespace holds the Leases
   * @param kubeconfig of the cluster that it runs in
   * @param identity of this replica
   */
  static FleetAgent start(
      Path configuration, Path kubeconfig, String identity, Clock clock, Consumer<String> log)
      throws IOException {
    AgentConfiguration read =
        AgentFile.read(
                SourceFile.of(
                    "agent.yaml", Files.readString(configuration, StandardCharsets.UTF_8)))
            .asOptional()
            .orElseThrow();
    SyncOptions options =
        new SyncOptions(
            Tooling.strake("1.0.0"),
            ConflictPolicy.REPORT,
            false,
            true,
            PruneLimits.DEFAULT,
            List.of(),
            Duration.ofSeconds(5),
            true,
            4);
    SyncKit kit =
        new SyncKit(
            PlainCompiler::compile,
            options,
            new RetryPolicy(3, Duration.ofMillis(10), Duration.ofMillis(50)),
            Sleeper.ofThread(),
            clock);
    OwnCluster own =
        OwnCluster.open(Optional.of(kubeconfig), Optional.empty(), read.namespace(), identity);
    return new FleetAgent(
        own,
        AgentService.start(
            read,
            new AgentService.Surroundings(
                own.shares(clock, TIMINGS),
                kit.attempts(read),
                own::write,
                new EventLog(clock, EventLog.Level.INFO, log),
                clock,
                "test")));
  }

  int statusPort() {
    return service.statusPort();
  }

  @Override
  public void close() {
    service.close();
    own.close();
  }

  /**
   * The same as a process: configuration, kubeconfig, identity. It ends as the program does, when
   * it is told to.
   */
  public static void main(String[] arguments) throws IOException {
    FleetAgent agent =
        start(
            Path.of(arguments[0]),
            Path.of(arguments[1]),
            arguments[2],
            Clock.systemUTC(),
            line -> {
              System.out.println(line);
              System.out.flush();
            });
    Runtime.getRuntime().addShutdownHook(new Thread(agent::close));
  }
}
