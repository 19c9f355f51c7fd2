package dev.strake.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "policies",
    description = "The policies that manifests and clusters are checked against.",
    mixinStandardHelpOptions = true,
    subcommands = {PoliciesListCommand.class, PoliciesShowCommand.class, PoliciesTestCommand.class})
final class PoliciesCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command? There are: list, show, test");
  }
}
