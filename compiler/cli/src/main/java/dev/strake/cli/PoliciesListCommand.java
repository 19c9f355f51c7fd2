package dev.strake.cli;

import dev.strake.policies.BuiltInPolicies;
import dev.strake.policy.CompiledPolicy;
import dev.strake.policy.Policy;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "list",
    description =
        "Every built-in policy: its id, severity, gate, title and profiles. A gate is admission if the"
            + " cluster can enforce the policy too, else merge.",
    mixinStandardHelpOptions = true)
final class PoliciesListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    List<Policy> policies =
        BuiltInPolicies.load().stream()
            .map(CompiledPolicy::policy)
            .sorted(Comparator.comparing(Policy::id))
            .toList();
    int widest = policies.stream().mapToInt(policy -> policy.id().length()).max().orElse(0);
    PrintWriter out = spec.commandLine().getOut();
    for (Policy policy : policies) {
      out.println(line(policy, widest));
    }
    return ExitCode.CLEAN;
  }

  private static String line(Policy policy, int widest) {
    return String.format(
        Locale.ROOT,
        "%-" + Math.max(1, widest) + "s  %-8s  %-9s  %s  [%s]",
        policy.id(),
        policy.severity().id(),
        policy.gate(),
        policy.title(),
        String.join(", ", policy.profiles()));
  }
}
