package dev.strake.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "strake",
    description = "Compiles a typed cluster spec in Git into everything the cluster needs.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      InitCommand.class,
      ValidateCommand.class,
      CompileCommand.class,
      DiffCommand.class,
      FixCommand.class,
      PlanCommand.class,
      SyncCommand.class,
      RollbackCommand.class,
      AgentCommand.class,
      FsckCommand.class,
      DoctorCommand.class,
      ExplainCommand.class,
      PoliciesCommand.class,
      HelpCommand.class
    })
final class StrakeCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "which command?");
  }
}
