package dev.strake.cli;

import dev.strake.Handbook;
import dev.strake.policies.BuiltInPolicies;
import dev.strake.report.RulePage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "explain",
    description = "What a diagnostic or a policy means and how to fix what it finds.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CODE", description = "As a finding names it: spec/cidr-overlap.")
  private String code = "";

  @Override
  public Integer call() {
    String page =
        new Handbook(BuiltInPolicies.load())
            .page(code)
            .map(RulePage::markdown)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(), "there is no diagnostic or policy " + code));
    spec.commandLine().getOut().print(page);
    return ExitCode.CLEAN;
  }
}
