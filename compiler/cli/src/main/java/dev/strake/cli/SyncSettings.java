package dev.strake.cli;

import dev.strake.sync.SyncOptions;
import dev.strake.sync.inventory.GuardOverride;
import dev.strake.sync.inventory.PruneLimits;
import dev.strake.sync.inventory.Tooling;
import dev.strake.sync.plan.ConflictPolicy;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a plan may contain and a sync may do. */
final class SyncSettings {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec mixee;

  @Option(
      names = "--force-conflicts",
      description =
          "Takes fields that other managers own with other values; an object asks for that itself with the annotation strake.dev/conflicts: force.")
  private boolean force;

  @Option(
      names = "--recreate",
      description =
          "Deletes and makes anew what the server proved that it cannot change; an object allows that itself with the annotation strake.dev/recreate: allowed. Never a claim, a volume, a definition or a namespace.")
  private boolean recreate;

  @Option(names = "--no-prune", description = "Leaves alone what is no longer in the set.")
  private boolean keep;

  @Option(
      names = "--allow",
      paramLabel = "GUARD@COMMIT",
      description =
          "Lets a guard against deletions be passed for one commit: empty, share, namespace, crd or pvc. May be repeated.")
  private List<String> allowed = List.of();

  @Option(
      names = "--prune-limit",
      paramLabel = "PERCENT",
      defaultValue = "20",
      description =
          "How much of a set may be deleted at once, if it is at least five objects (default: ${DEFAULT-VALUE}).")
  private int percent = 20;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description =
          "How long to wait for definitions, dependencies and deletions, and in the end for health (default: ${DEFAULT-VALUE}).")
  private long timeout = 300;

  @Option(names = "--no-wait", description = "Ends when all is applied, whether it works or not.")
  private boolean noWait;

  SyncOptions options() {
    if (percent < 0 || percent > 100) {
      throw usage("--prune-limit is a share from 0 to 100, not " + percent);
    }
    if (timeout < 1) {
      throw usage("--timeout is at least one second, not " + timeout);
    }
    Tooling tooling = Tooling.strake(Version.number().orElse("0.0.0"));
    SyncOptions careful = SyncOptions.careful(tooling);
    return new SyncOptions(
        tooling,
        force ? ConflictPolicy.FORCE : ConflictPolicy.REPORT,
        recreate,
        !keep,
        new PruneLimits(percent, PruneLimits.DEFAULT.atLeast()),
        allowed.stream().map(this::override).toList(),
        timeout(),
        !noWait,
        careful.requests());
  }

  Duration timeout() {
    return Duration.ofSeconds(timeout);
  }

  private GuardOverride override(String text) {
    return GuardOverride.parse(text)
        .orElseThrow(() -> usage("--allow: '" + text + "' is not " + GuardOverride.usage()));
  }

  private ParameterException usage(String message) {
    return new ParameterException(mixee.commandLine(), message);
  }
}
