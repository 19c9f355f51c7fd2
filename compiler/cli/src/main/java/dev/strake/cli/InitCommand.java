package dev.strake.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "init",
    description = "Writes a starter repository that passes its own checks.",
    mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DIR",
      description = "The folder to write to; it is made if it is not there.")
  private Path directory = Path.of("");

  @Option(
      names = "--schema",
      description = "Only the schema that editors read, also in place of an older one.")
  private boolean schemaOnly;

  @Override
  public Integer call() {
    StarterRepository starter = StarterRepository.in(directory.toAbsolutePath().normalize());
    try {
      if (schemaOnly) {
        starter.writeSchema();
      } else {
        starter.write();
      }
    } catch (StarterRepository.Refused e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    if (!schemaOnly) {
      spec.commandLine().getOut().print(nextSteps());
    }
    return ExitCode.CLEAN;
  }

  private String nextSteps() {
    return """
        Next, write your machines' names and addresses into cluster.yaml, and then:

            strake validate %1$s
            strake compile %1$s -o build/out
        """
        .formatted(directory);
  }
}
