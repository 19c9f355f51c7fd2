package dev.strake.cli;

import dev.strake.Compilation;
import dev.strake.Compiler;
import dev.strake.policies.BuiltInPolicies;
import dev.strake.source.SourceTree;
import dev.strake.source.WorkingTree;
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

  @Option(
      names = "--new-since",
      paramLabel = "REV",
      description = "Only findings that have come since the change parted from this revision.")
  private String newSince = "";

  @Mixin private FindingOptions options;

  @Override
  public Integer call() {
    options.validate();
    SourceTree sources = InputPaths.open(spec, paths);
    Compilation now = compile(sources);
    return options.report(newSince.isEmpty() ? now : since(now));
  }

  private Compilation since(Compilation now) {
    if (paths.size() > 1) {
      throw new ParameterException(spec.commandLine(), "--new-since compares one PATH");
    }
    Path path = paths.get(0);
    WorkingTree tree = InputPaths.open(spec, path);
    try (BaseRevision base = BaseRevision.of(spec, path, newSince)) {
      return now.since(compile(base.tree(tree)));
    }
  }

  private Compilation compile(SourceTree sources) {
    return new Compiler(BuiltInPolicies.load()).compile(options.request(sources));
  }
}
