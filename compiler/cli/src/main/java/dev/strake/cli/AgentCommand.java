package dev.strake.cli;

import dev.strake.Compilation;
import dev.strake.Compiler;
import dev.strake.diagnostic.Checked;
import dev.strake.sync.agent.AgentService;
import dev.strake.sync.agent.BundleCompiler;
import dev.strake.sync.agent.OwnCluster;
import dev.strake.sync.agent.SyncKit;
import dev.strake.sync.configuration.AgentConfiguration;
import dev.strake.sync.lease.Shares;
import dev.strake.sync.live.RetryPolicy;
import dev.strake.sync.live.Sleeper;
import dev.strake.sync.telemetry.EventLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "agent",
    description = {
      "Keeps clusters at what their Git repositories say, until it is stopped.",
      "It polls, listens to webhooks, verifies, judges, applies, and mends drift."
    },
    mixinStandardHelpOptions = true,
    subcommands = AgentManifestsCommand.class)
final class AgentCommand implements Callable<Integer> {

  private static final String POD_NAME = "POD_NAME";

  @Spec private CommandSpec spec;

  @Option(
      names = AgentConfigurationFile.OPTION,
      paramLabel = "FILE",
      description = "What to follow and what to keep: a document of kind Agent.")
  private @Nullable Path config;

  @Option(
      names = "--alone",
      description =
          "There is no other replica: takes no Leases and writes no Events, so that it needs no cluster of its own.")
  private boolean alone;

  @Option(names = "--verbose", description = "Logs each step, too.")
  private boolean verbose;

  @Mixin private ClusterOptions own;

  @Mixin private SyncSettings settings;

  @Mixin private FindingOptions findings;

  @Override
  public Integer call() {
    findings.validate();
    settings.options();
    if (config == null) {
      throw new ParameterException(
          spec.commandLine(), AgentConfigurationFile.OPTION + " is missing");
    }
    Checked<AgentConfiguration> read = AgentConfigurationFile.read(spec, config).configuration();
    if (read.asOptional().isEmpty()) {
      return AgentConfigurationFile.report(findings, read.diagnostics());
    }
    AgentConfiguration configuration = read.asOptional().get();
    if (alone) {
      return run(configuration, Optional.empty());
    }
    try (OwnCluster cluster = own.openOwn(configuration.namespace(), identity())) {
      return run(configuration, Optional.of(cluster));
    }
  }

  /** Of this process only: a pod that is restarted in place has the same name. */
  private static String identity() {
    String pod = System.getenv(POD_NAME);
    return (pod == null ? "agent" : pod) + "_" + UUID.randomUUID();
  }

  private int run(AgentConfiguration configuration, Optional<OwnCluster> cluster) {
    Clock clock = Clock.systemUTC();
    PrintWriter err = spec.commandLine().getErr();
    EventLog log =
        new EventLog(
            clock,
            verbose ? EventLog.Level.DEBUG : EventLog.Level.INFO,
            line -> {
              synchronized (err) {
                err.println(line);
                err.flush();
              }
            });
    SyncKit kit =
        new SyncKit(
            compiler(), settings.options(), RetryPolicy.standard(), Sleeper.ofThread(), clock);
    AgentService.Surroundings around =
        new AgentService.Surroundings(
            cluster.map(found -> found.shares(clock)).orElseGet(Shares::alone),
            kit.attempts(configuration),
            event -> cluster.ifPresent(found -> found.write(event)),
            log,
            clock,
            Version.number().orElse("0.0.0"));
    try (AgentService service = AgentService.start(configuration, around)) {
      return untilStopped(service);
    } catch (IOException e) {
      err.println("strake: a port cannot be had: " + e.getMessage());
      return ExitCode.UNREACHABLE;
    }
  }

  /** A signal to end gives the agent the time to end well. */
  private static int untilStopped(AgentService service) {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  service.close();
                  stopped.countDown();
                },
                "stop"));
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.CLEAN;
  }

  private BundleCompiler compiler() {
    Compiler compiler = findings.compiler();
    return (tree, set) -> {
      Compilation compiled = compiler.compile(findings.request(tree).asSet(set));
      return findings.fails(compiled)
          ? Checked.failed(compiled.findings().diagnostics())
          : Checked.of(compiled.bundles(), compiled.findings().diagnostics());
    };
  }
}
