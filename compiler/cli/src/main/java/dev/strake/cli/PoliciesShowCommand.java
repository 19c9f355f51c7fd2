package dev.strake.cli;

import dev.strake.policies.BuiltInPolicies;
import dev.strake.policy.Policy;
import dev.strake.policy.PolicyPage;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "show",
    description = "One policy: what it asks for, why, and what to do about it.",
    mixinStandardHelpOptions = true)
final class PoliciesShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID", description = "As findings name it: resources/memory-limit.")
  private String id = "";

  @Override
  public Integer call() {
    Policy policy =
        BuiltInPolicies.load().stream()
            .map(compiled -> compiled.policy())
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(
                () -> new ParameterException(spec.commandLine(), "there is no policy " + id));
    PrintWriter out = spec.commandLine().getOut();
    out.print(PolicyPage.of(policy));
    return ExitCode.CLEAN;
  }
}
