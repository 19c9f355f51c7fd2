package dev.strake.cli;

import dev.strake.CompileRequest;
import dev.strake.Compiler;
import dev.strake.policies.BuiltInPolicies;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "validate",
    description = {
      "Checks clusters and manifests: everything up to and including policies. Writes nothing."
    },
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "A cluster, a repository, or any folder or file of Kubernetes YAML.")
  private List<Path> paths = List.of();

  @Mixin private FindingOptions options;

  @Override
  public Integer call() {
    options.validate();
    CompileRequest request = options.request(InputPaths.open(spec, paths));
    return options.report(new Compiler(BuiltInPolicies.load()).compile(request));
  }
}
