package dev.strake.cli;

import dev.strake.ClusterChanges;
import dev.strake.Compilation;
import dev.strake.Compiler;
import dev.strake.policies.BuiltInPolicies;
import dev.strake.source.InMemoryTree;
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
      description = {
        "A cluster, a repository, or any folder or file of Kubernetes YAML;",
        "- for standard input."
      })
  private List<Path> paths = List.of();

  @Option(
      names = "--new-since",
      paramLabel = "REV",
      description = {
        "Only findings that have come since the change parted from this revision,",
        "and what clusters that run refuse of the change itself."
      })
  private String newSince = "";

  @Mixin private FindingOptions options;

  @Override
  public Integer call() {
    options.validate();
    if (newSince.isEmpty()) {
      return options.report(compile(sources()));
    }
    if (paths.size() > 1 || isPiped(paths.get(0))) {
      throw new ParameterException(
          spec.commandLine(), "--new-since compares one PATH, which Git knows");
    }
    return options.report(newFindings(paths.get(0)));
  }

  private SourceTree sources() {
    List<Path> named = paths.stream().filter(path -> !isPiped(path)).toList();
    SourceTree files = named.isEmpty() ? InMemoryTree.empty() : InputPaths.open(spec, named);
    return named.size() == paths.size() ? files : StandardInput.beside(files, System.in);
  }

  private static boolean isPiped(Path path) {
    return path.toString().equals(StandardInput.PATH);
  }

  private Compilation newFindings(Path path) {
    WorkingTree tree = InputPaths.open(spec, path);
    Compilation now = compile(tree);
    try (BaseRevision base = BaseRevision.of(spec, path, newSince)) {
      SourceTree before = base.tree(tree);
      return now.since(compile(before)).with(ClusterChanges.between(before, tree));
    }
  }

  private Compilation compile(SourceTree sources) {
    return new Compiler(BuiltInPolicies.load()).compile(options.request(sources));
  }
}
