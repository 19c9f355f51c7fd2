package dev.strake.cli;

import dev.strake.Compilation;
import dev.strake.CompileRequest;
import dev.strake.Compiler;
import dev.strake.policies.BuiltInPolicies;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "compile",
    description = "Checks clusters, then writes everything they need: OUT/<cluster>/...",
    mixinStandardHelpOptions = true)
final class CompileCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PATH", description = "A cluster, or a repository of clusters.")
  private Path path = Path.of("");

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT",
      description = "The folder to write to; it is made if it is not there.")
  private Path output = Path.of("");

  @Mixin private FindingOptions options;

  @Override
  public Integer call() {
    options.validate();
    CompileRequest request = options.request(InputPaths.open(spec, List.of(path)));
    Compilation compilation = new Compiler(BuiltInPolicies.load()).compile(request);
    if (options.fails(compilation)) {
      spec.commandLine().getErr().println("strake: nothing was written");
      return options.report(compilation);
    }
    return options.report(compilation.write(output));
  }
}
