package dev.strake.cli;

import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.live.ClusterUnreachable;
import dev.strake.sync.plan.Plan;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "sync",
    description = {
      "Brings the cluster to what PATH says: applies what differs, waits, and deletes what left the set."
    },
    mixinStandardHelpOptions = true)
final class SyncCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private SyncSource source;

  @Mixin private ClusterOptions cluster;

  @Mixin private SyncSettings settings;

  @Mixin private HostOptions hosts;

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "Does exactly what this reviewed plan says, or nothing.")
  private @Nullable Path reviewed;

  @Override
  public Integer call() {
    source.findings().requireTextOrJson();
    settings.options();
    Optional<Plan> agreed = Optional.ofNullable(reviewed).map(file -> PlanFiles.read(spec, file));
    SyncSource.Compiled compiled = source.compile();
    if (compiled.set().isEmpty()) {
      spec.commandLine().getErr().println("strake: nothing was applied, because of the findings");
      return source.findings().report(compiled.compilation());
    }
    DesiredSet set = compiled.set().get();
    try (HostStage stage = HostStage.of(set.name(), compiled.hosts(), hosts)) {
      return new SyncRun(spec, cluster, settings.options(), stage, agreed, set).run();
    } catch (ClusterUnreachable e) {
      spec.commandLine().getErr().println("strake: " + e.getMessage());
      return ExitCode.UNREACHABLE;
    }
  }
}
