package dev.strake.cli;

import dev.strake.sync.ClusterSync;
import dev.strake.sync.SyncPlan;
import dev.strake.sync.SyncReport;
import dev.strake.sync.SyncText;
import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.live.ClusterConnection;
import dev.strake.sync.live.ClusterUnreachable;
import dev.strake.sync.live.Sleeper;
import dev.strake.sync.plan.Plan;
import dev.strake.sync.plan.Plan.PlanDifference;
import dev.strake.sync.plan.PlanText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "sync",
    description = {
      "Brings the cluster to what PATH says: applies what differs, waits, and deletes what left the set."
    },
    mixinStandardHelpOptions = true)
final class SyncCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private SyncPath place;

  @Mixin private SyncSource source;

  @Mixin private ClusterOptions cluster;

  @Mixin private SyncSettings settings;

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "Does exactly what this reviewed plan says, or nothing.")
  private @Nullable Path reviewed;

  @Option(
      names = "--allowed-signers",
      paramLabel = "FILE",
      description =
          "Takes the plan only if one of these has signed it, as ssh-keygen -Y verify has it.")
  private @Nullable Path allowedSigners;

  @Override
  public Integer call() {
    source.findings().requireTextOrJson();
    settings.options();
    Plan agreed = null;
    if (reviewed != null) {
      agreed = PlanFiles.read(spec, reviewed, Optional.ofNullable(allowedSigners)).orElse(null);
      if (agreed == null) {
        return ExitCode.FINDINGS;
      }
    } else if (allowedSigners != null) {
      throw new ParameterException(
          spec.commandLine(), "--allowed-signers are asked about a plan: name it with --plan");
    }
    SyncSource.Compiled compiled = source.compile(place.path(), place.revision());
    if (compiled.set().isEmpty()) {
      spec.commandLine().getErr().println("strake: nothing was applied, because of the findings");
      return source.findings().report(compiled.compilation());
    }
    try (ClusterConnection connection = cluster.open()) {
      int answer = sync(connection, compiled.set().get(), agreed);
      compiled.hosts().ifPresent(note -> spec.commandLine().getErr().println("strake: " + note));
      return answer;
    } catch (ClusterUnreachable e) {
      spec.commandLine().getErr().println("strake: " + e.getMessage());
      return ExitCode.UNREACHABLE;
    }
  }

  private int sync(ClusterConnection connection, DesiredSet set, @Nullable Plan agreed) {
    try (ClusterSync sync =
        new ClusterSync(
            connection.api(), settings.options(), Clock.systemUTC(), Sleeper.ofThread())) {
      SyncPlan plan = sync.plan(set);
      if (agreed != null && !isAgreed(plan.plan(), agreed)) {
        return ExitCode.FINDINGS;
      }
      PrintWriter log = spec.commandLine().getErr();
      SyncReport report = sync.apply(plan, new SyncLog(log));
      spec.commandLine().getOut().print(SyncText.render(set.name(), report));
      spec.commandLine().getOut().flush();
      return report.isComplete() ? ExitCode.CLEAN : ExitCode.FINDINGS;
    }
  }

  private boolean isAgreed(Plan now, Plan agreed) {
    PrintWriter log = spec.commandLine().getErr();
    if (!now.cluster().equals(agreed.cluster()) || !now.set().equals(agreed.set())) {
      log.println("strake: the plan is for another cluster or set; nothing was applied");
      return false;
    }
    if (!now.commit().equals(agreed.commit())) {
      log.println("strake: the plan is of another commit; nothing was applied");
      return false;
    }
    List<PlanDifference> differences = now.differencesFrom(agreed);
    if (differences.isEmpty()) {
      return true;
    }
    log.println("strake: the cluster has moved since the plan was made; nothing was applied");
    spec.commandLine().getOut().print(PlanText.differences(differences));
    spec.commandLine().getOut().flush();
    return false;
  }
}
