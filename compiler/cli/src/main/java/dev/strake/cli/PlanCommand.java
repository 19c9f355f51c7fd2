package dev.strake.cli;

import dev.strake.sync.ClusterSync;
import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.host.HostAction;
import dev.strake.sync.host.PlannedHost;
import dev.strake.sync.live.ClusterConnection;
import dev.strake.sync.live.ClusterUnreachable;
import dev.strake.sync.live.Sleeper;
import dev.strake.sync.plan.Plan;
import dev.strake.sync.plan.PlanFile;
import dev.strake.sync.plan.PlanText;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "plan",
    description = {
      "What a sync would do to the live cluster, which is asked to do it and to keep nothing."
    },
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private SyncSource source;

  @Mixin private ClusterOptions cluster;

  @Mixin private SyncSettings settings;

  @Mixin private HostOptions hosts;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Also writes the plan to FILE, for sync --plan.")
  private @Nullable Path out;

  @Option(names = "--exit-code", description = "Exit code 1 if there is anything to do.")
  private boolean exitCode;

  @Override
  public Integer call() {
    source.findings().requireTextOrJson();
    settings.options();
    SyncSource.Compiled compiled = source.compile();
    if (compiled.set().isEmpty()) {
      spec.commandLine().getErr().println("strake: not planned, because of the findings");
      return source.findings().report(compiled.compilation());
    }
    DesiredSet set = compiled.set().get();
    try (HostStage stage = HostStage.of(set.name(), compiled.hosts(), hosts)) {
      return plan(set, stage.plan());
    }
  }

  private int plan(DesiredSet set, List<PlannedHost> machines) {
    SyncRun.noteHowTo(
        spec, machines.stream().anyMatch(host -> host.action() == HostAction.PENDING));
    try (ClusterConnection connection = cluster.open();
        ClusterSync sync =
            new ClusterSync(
                connection.api(), settings.options(), Clock.systemUTC(), Sleeper.ofThread())) {
      return print(sync.plan(set).plan().withHosts(machines));
    } catch (ClusterUnreachable e) {
      if (machines.stream().anyMatch(host -> host.action() != HostAction.PENDING)) {
        print(Plan.ofHosts(set.name(), set.commit(), machines));
      }
      spec.commandLine().getErr().println("strake: " + e.getMessage());
      return ExitCode.UNREACHABLE;
    }
  }

  private int print(Plan plan) {
    if (out != null) {
      PlanFiles.write(spec, out, plan);
    }
    String text = source.findings().isJson() ? PlanFile.write(plan) : PlanText.render(plan);
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
    return exitCode && plan.isPending() ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }
}
