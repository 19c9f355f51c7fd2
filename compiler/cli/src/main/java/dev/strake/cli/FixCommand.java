package dev.strake.cli;

import dev.strake.Compilation;
import dev.strake.Compiler;
import dev.strake.fix.FixOutcome;
import dev.strake.fix.FixReport;
import dev.strake.fix.FixRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "fix",
    description = {
      "Applies the fixes that findings carry, in place; comments and layout are kept.",
      "Only what cannot surprise anybody has a fix. Each is proven by checking again."
    },
    mixinStandardHelpOptions = true)
final class FixCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "A cluster, a repository, or any folder or file of Kubernetes YAML.")
  private List<Path> paths = List.of();

  @Option(
      names = "--dry-run",
      description =
          "Prints the changes as a unified diff and writes nothing; the exit code is that of the files as they are.")
  private boolean dryRun;

  @Mixin private FindingOptions options;

  @Override
  public Integer call() {
    options.validate();
    FixTarget target = FixTarget.open(spec, paths);
    Compiler compiler = options.compiler();
    FixOutcome outcome =
        FixRun.of(
            target.tree(),
            tree -> compiler.compile(options.request(tree)).findings(),
            target::reasonToLeave);
    return dryRun ? preview(outcome) : write(target, outcome);
  }

  private int preview(FixOutcome outcome) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(FixReport.diff(outcome));
    out.flush();
    spec.commandLine().getErr().print(FixReport.preview(outcome));
    spec.commandLine().getErr().flush();
    return options.exitCode(new Compilation(List.of(), outcome.before()));
  }

  private int write(FixTarget target, FixOutcome outcome) {
    List<String> failures = target.write(outcome.files());
    // A format that programs read stands alone on standard output.
    PrintWriter log = options.isText() ? spec.commandLine().getOut() : spec.commandLine().getErr();
    log.print(FixReport.done(outcome));
    log.flush();
    if (!failures.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "not all files were written: " + String.join("; ", failures));
    }
    return options.report(new Compilation(List.of(), outcome.remaining()));
  }
}
