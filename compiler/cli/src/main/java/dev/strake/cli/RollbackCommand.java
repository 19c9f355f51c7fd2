package dev.strake.cli;

import dev.strake.sync.ClusterSync;
import dev.strake.sync.RollbackLimits;
import dev.strake.sync.SyncPlan;
import dev.strake.sync.SyncReport;
import dev.strake.sync.SyncText;
import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.live.ClusterConnection;
import dev.strake.sync.live.ClusterUnreachable;
import dev.strake.sync.live.Sleeper;
import dev.strake.sync.plan.PlanFile;
import dev.strake.sync.plan.PlanText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "rollback",
    description = {
      "Brings the cluster's objects to what an earlier commit says: a plan like any other, shown and carried out."
    },
    mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "REV", description = "The commit to go back to.")
  private String revision = "";

  @Parameters(
      index = "1",
      paramLabel = "PATH",
      description = "A cluster, a repository of clusters, or any folder of manifests.")
  private Path path = Path.of("");

  @Mixin private SyncSource source;

  @Mixin private ClusterOptions cluster;

  @Mixin private SyncSettings settings;

  @Option(names = "--dry-run", description = "Shows the plan and changes nothing.")
  private boolean dryRun;

  @Override
  public Integer call() {
    source.findings().requireTextOrJson();
    settings.options();
    WayBack way = WayBack.of(spec, path, revision);
    SyncSource.Compiled compiled = source.compile(path, Optional.of(revision));
    if (compiled.set().isEmpty()) {
      err().println("strake: nothing was applied, because of the findings at " + revision);
      return source.findings().report(compiled.compilation());
    }
    try (ClusterConnection connection = cluster.open()) {
      return rollBack(connection, compiled.set().get(), way);
    } catch (ClusterUnreachable e) {
      err().println("strake: " + e.getMessage());
      return ExitCode.UNREACHABLE;
    }
  }

  private int rollBack(ClusterConnection connection, DesiredSet earlier, WayBack way) {
    RollbackLimits limits = new RollbackLimits(connection.api(), earlier);
    Optional<String> refusal = limits.refusal();
    if (refusal.isPresent()) {
      err().println("strake: nothing was applied: " + PlanText.shown(refusal.get()));
      return ExitCode.FINDINGS;
    }
    try (ClusterSync sync =
        new ClusterSync(
            connection.api(), settings.options(), Clock.systemUTC(), Sleeper.ofThread())) {
      SyncPlan plan = sync.plan(earlier);
      print(
          source.findings().isJson() ? PlanFile.write(plan.plan()) : PlanText.render(plan.plan()));
      limits.of(plan.plan()).forEach(limit -> note("not rolled back: " + limit));
      int answer = dryRun ? ExitCode.CLEAN : apply(sync, plan);
      tellOfTheBranch(way);
      return answer;
    }
  }

  private int apply(ClusterSync sync, SyncPlan plan) {
    SyncReport report = sync.apply(plan, new SyncLog(err()));
    String text = SyncText.render(plan.plan().set(), report);
    if (source.findings().isJson()) {
      text.lines().forEach(line -> err().println("strake: " + line));
    } else {
      print(text);
    }
    return report.isComplete() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private void tellOfTheBranch(WayBack way) {
    if (way.isHead()) {
      return;
    }
    if (!way.isEarlier()) {
      note("%s is not in the history of HEAD".formatted(way.name()));
    }
    note(
        "the branch still says otherwise: an agent that follows it, and the next sync, go forward again unless the agent is suspended or the branch says the same:");
    way.command().ifPresent(command -> note("    " + command));
  }

  /** With the plan for people; for scripts the plan stands alone. */
  private void note(String line) {
    if (source.findings().isJson()) {
      err().println("strake: " + PlanText.shown(line));
    } else {
      print(PlanText.shown(line) + "\n");
    }
  }

  private void print(String text) {
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
