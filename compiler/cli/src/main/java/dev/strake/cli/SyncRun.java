package dev.strake.cli;

import dev.strake.bundle.HostRole;
import dev.strake.sync.ClusterSync;
import dev.strake.sync.SyncOptions;
import dev.strake.sync.SyncPlan;
import dev.strake.sync.SyncReport;
import dev.strake.sync.SyncText;
import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.host.HostAction;
import dev.strake.sync.host.HostReport;
import dev.strake.sync.host.HostText;
import dev.strake.sync.host.PlannedHost;
import dev.strake.sync.live.ClusterConnection;
import dev.strake.sync.live.ClusterUnreachable;
import dev.strake.sync.live.Sleeper;
import dev.strake.sync.plan.Plan;
import dev.strake.sync.plan.PlanText;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * One sync: plans machines and objects, compares that with what was agreed, brings up the machines,
 * and then the objects.
 */
final class SyncRun {

  private final CommandSpec spec;
  private final ClusterOptions cluster;
  private final SyncOptions options;
  private final HostStage stage;
  private final Optional<Plan> agreed;
  private final DesiredSet set;

  /**
   * @param agreed what may be done, and nothing else; empty if everything may
   */
  SyncRun(
      CommandSpec spec,
      ClusterOptions cluster,
      SyncOptions options,
      HostStage stage,
      Optional<Plan> agreed,
      DesiredSet set) {
    this.spec = spec;
    this.cluster = cluster;
    this.options = options;
    this.stage = stage;
    this.agreed = agreed;
    this.set = set;
  }

  /**
   * @return the exit code
   * @throws ClusterUnreachable if no machine makes its API server answer
   */
  int run() {
    List<PlannedHost> machines = stage.plan();
    return beginsCluster(machines) && !answers() ? machinesFirst(machines) : together(machines);
  }

  private static boolean beginsCluster(List<PlannedHost> machines) {
    return machines.stream()
        .anyMatch(host -> host.role() == HostRole.CONTROL_PLANE && host.action().isWork());
  }

  private boolean answers() {
    try (ClusterConnection connection = cluster.open()) {
      return !connection.api().uid().isEmpty();
    } catch (ClusterUnreachable e) {
      return false;
    }
  }

  private int machinesFirst(List<PlannedHost> machines) {
    if (agreed.isPresent() && !isAgreed(Plan.ofHosts(set.name(), set.commit(), machines))) {
      return ExitCode.FINDINGS;
    }
    HostReport report = stage.roll(machines, options.timeout(), err());
    if (!report.isComplete()) {
      return end(report, Optional.empty());
    }
    if (agreed.isPresent()) {
      print(report);
      err()
          .println(
              "strake: the agreed plan was made before there was a cluster: plan its objects now");
      return ExitCode.FINDINGS;
    }
    try (ClusterConnection connection = cluster.open();
        ClusterSync sync = sync(connection)) {
      return end(report, Optional.of(sync.apply(sync.plan(set), new SyncLog(err()))));
    }
  }

  private int together(List<PlannedHost> machines) {
    try (ClusterConnection connection = cluster.open();
        ClusterSync sync = sync(connection)) {
      SyncPlan plan = sync.plan(set);
      if (agreed.isPresent() && !isAgreed(plan.plan().withHosts(machines))) {
        return ExitCode.FINDINGS;
      }
      HostReport report = stage.roll(machines, options.timeout(), err());
      if (report.blocksObjects()) {
        err().println("strake: no object was applied, because of the hosts");
        return end(report, Optional.empty());
      }
      return end(report, Optional.of(sync.apply(plan, new SyncLog(err()))));
    }
  }

  private ClusterSync sync(ClusterConnection connection) {
    return new ClusterSync(connection.api(), options, Clock.systemUTC(), Sleeper.ofThread());
  }

  private int end(HostReport machines, Optional<SyncReport> objects) {
    print(machines);
    objects.ifPresent(
        report -> spec.commandLine().getOut().print(SyncText.render(set.name(), report)));
    spec.commandLine().getOut().flush();
    if (machines.hasUnreachable()) {
      return ExitCode.UNREACHABLE;
    }
    boolean complete = machines.isComplete() && objects.map(SyncReport::isComplete).orElse(false);
    return complete ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private void print(HostReport machines) {
    PrintWriter out = spec.commandLine().getOut();
    machines.outcomes().stream()
        .filter(outcome -> !outcome.isFine())
        .flatMap(outcome -> HostText.lines(outcome).stream())
        .forEach(line -> out.println(PlanText.shown(line)));
    HostText.summary(machines).ifPresent(out::println);
    out.flush();
    noteHowTo(
        spec, machines.outcomes().stream().anyMatch(o -> o.host().action() == HostAction.PENDING));
  }

  /** What people can do about machines to which there is no way. */
  static void noteHowTo(CommandSpec spec, boolean pending) {
    if (pending) {
      spec.commandLine()
          .getErr()
          .println(
              "strake: nobody has looked at hosts that are pending: --ssh does; or run their lines after strake compile PATH -o out; --no-hosts leaves them out");
    }
  }

  private boolean isAgreed(Plan now) {
    Plan then = agreed.orElseThrow();
    if (!now.cluster().equals(then.cluster()) || !now.set().equals(then.set())) {
      err().println("strake: the plan is for another cluster or set; nothing was applied");
      return false;
    }
    if (!now.commit().equals(then.commit())) {
      err().println("strake: the plan is of another commit; nothing was applied");
      return false;
    }
    String differences =
        PlanText.differences(now.hostDifferencesFrom(then), now.differencesFrom(then));
    if (differences.isEmpty()) {
      return true;
    }
    err().println("strake: the cluster has moved since the plan was made; nothing was applied");
    spec.commandLine().getOut().print(differences);
    spec.commandLine().getOut().flush();
    return false;
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
