package dev.strake.cli;

import dev.strake.sync.SetRepair;
import dev.strake.sync.inventory.InventoryRebuild.Rejected;
import dev.strake.sync.inventory.SetName;
import dev.strake.sync.inventory.Tooling;
import dev.strake.sync.live.ClusterConnection;
import dev.strake.sync.live.ClusterUnreachable;
import dev.strake.sync.plan.PlanText;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "fsck",
    description = {
      "Compares what a set's inventory says with the live objects that carry its label; --repair makes it anew from them."
    },
    mixinStandardHelpOptions = true)
final class FsckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SET",
      description = "The set: a cluster's name, or what --set or a folder's name gave it.")
  private String set = "";

  @Option(names = "--repair", description = "Writes the inventory that the live objects tell of.")
  private boolean repair;

  @Mixin private ClusterOptions cluster;

  @Override
  public Integer call() {
    if (set.isBlank()) {
      throw new ParameterException(spec.commandLine(), "a set has a name");
    }
    try (ClusterConnection connection = cluster.open()) {
      return check(
          new SetRepair(
              connection.api(),
              new SetName(set),
              Tooling.strake(Version.number().orElse("0.0.0"))));
    } catch (ClusterUnreachable e) {
      spec.commandLine().getErr().println("strake: " + e.getMessage());
      return ExitCode.UNREACHABLE;
    }
  }

  private int check(SetRepair sets) {
    PrintWriter out = spec.commandLine().getOut();
    SetRepair.Finding finding = sets.look();
    finding.refusal().ifPresent(why -> out.println(PlanText.shown(why)));
    finding.trouble().ifPresent(why -> out.println(PlanText.shown(why)));
    for (Rejected rejected : finding.rebuilt().rejected()) {
      String line = "not in the set: " + rejected.identity() + ": " + rejected.reason();
      out.println(PlanText.shown(line));
    }
    out.println(
        "%s: %s objects in the inventory, %s live ones with its label"
            .formatted(set, finding.known(), finding.rebuilt().inventory().size()));
    int answer = finding.isSound() ? ExitCode.CLEAN : repaired(sets, finding);
    out.flush();
    return answer;
  }

  private int repaired(SetRepair sets, SetRepair.Finding finding) {
    PrintWriter out = spec.commandLine().getOut();
    if (!repair) {
      out.println("write what the live objects say with --repair");
      return ExitCode.FINDINGS;
    }
    Optional<String> why = sets.repair(finding);
    out.println(why.map(PlanText::shown).orElse("repaired"));
    return why.isPresent() ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }
}
