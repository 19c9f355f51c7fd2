package dev.strake.cli;

import dev.strake.diagnostic.Explanations;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "explain",
    description = "What a diagnostic means and how to fix it.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CODE", description = "As a finding names it: spec/cidr-overlap.")
  private String code = "";

  @Override
  public Integer call() {
    Optional<String> page = Explanations.of(code);
    if (page.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "there is no diagnostic " + code);
    }
    spec.commandLine().getOut().print(page.get());
    return ExitCode.CLEAN;
  }
}
