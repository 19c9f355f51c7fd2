package dev.strake.cli;

import dev.strake.render.InstalledTools;
import dev.strake.source.WorkingTree;
import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.doctor.ClusterExamination;
import dev.strake.sync.doctor.Finding;
import dev.strake.sync.doctor.FindingsText;
import dev.strake.sync.inventory.Tooling;
import dev.strake.sync.live.ClusterConnection;
import dev.strake.sync.live.ClusterUnreachable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "doctor",
    description = {
      "What a sync of PATH needs, and whether it is there: tools, the cluster, its clock, rights and the inventory. Changes nothing."
    },
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      description = "What shall be synced; without it, only the machine and the cluster are seen.")
  private @Nullable Path path;

  @Mixin private SyncSource source;

  @Mixin private ClusterOptions cluster;

  @Option(names = "--offline", description = "Asks no cluster.")
  private boolean offline;

  @Override
  public Integer call() {
    source.findings().requireTextOrJson();
    List<Finding> findings = new ArrayList<>();
    Path start = path == null ? Path.of("") : path;
    WorkingTree tree = InputPaths.open(spec, start);
    findings.addAll(
        new MachineExamination(
                InstalledTools.on(Objects.requireNonNullElse(System.getenv("PATH"), "")))
            .of(tree));
    Optional<DesiredSet> set = path == null ? Optional.empty() : compiled(path, findings);
    boolean reached = offline || examine(set, findings);
    String text =
        source.findings().isJson()
            ? FindingsText.renderJson(findings)
            : FindingsText.render(findings);
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
    if (!reached) {
      return ExitCode.UNREACHABLE;
    }
    return findings.stream().anyMatch(Finding::isProblem) ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private Optional<DesiredSet> compiled(Path path, List<Finding> findings) {
    SyncSource.Compiled compiled = source.compile(path, Optional.empty());
    Optional<DesiredSet> set = compiled.set();
    findings.add(
        set.isPresent()
            ? Finding.ok(
                "sources",
                "%s has %s objects".formatted(set.get().name(), set.get().objects().size()))
            : Finding.problem(
                "sources", "findings forbid a sync", "strake validate " + path + " says which"));
    return set;
  }

  /** Returns whether there is a cluster to look at. */
  private boolean examine(Optional<DesiredSet> set, List<Finding> findings) {
    Tooling tooling = Tooling.strake(Version.number().orElse("0.0.0"));
    try (ClusterConnection connection = cluster.open()) {
      findings.add(Finding.ok("kubeconfig", "it leads to " + connection.server()));
      findings.addAll(new ClusterExamination(connection.api(), tooling, Clock.systemUTC()).of(set));
      return true;
    } catch (ClusterUnreachable e) {
      findings.add(
          Finding.problem(
              "cluster",
              Objects.requireNonNullElse(e.getMessage(), "it does not answer"),
              "name another with --kubeconfig and --context, or look at this machine alone with --offline"));
      return false;
    }
  }
}
