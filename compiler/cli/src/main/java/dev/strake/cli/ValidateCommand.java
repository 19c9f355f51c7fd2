package dev.strake.cli;

import dev.strake.ClusterChanges;
import dev.strake.Compilation;
import dev.strake.CompileRequest;
import dev.strake.Compiler;
import dev.strake.baseline.Baseline;
import dev.strake.source.InMemoryTree;
import dev.strake.source.SourceTree;
import dev.strake.source.WorkingTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
      "Checks clusters and manifests: everything up to and including policies. Writes nothing but the reports it is asked for."
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

  @Option(
      names = BaselineFile.OPTION,
      paramLabel = "FILE",
      description =
          "Writes the findings to FILE, for --baseline, and reports only the others. Run it with the gate's own paths and options.")
  private @Nullable String writeBaseline;

  @Mixin private FindingOptions options;

  @Mixin private ReportFiles reports;

  @Mixin private KnownFindings known;

  @Override
  public Integer call() {
    options.validate();
    reports.validate();
    Optional<Baseline> baseline = known.read();
    Compilation found = newSince.isEmpty() ? allFindings(baseline) : newFindings(baseline);
    reports.write(found.findings(), options.settings());
    return options.report(found);
  }

  private Compilation allFindings(Optional<Baseline> baseline) {
    if (writeBaseline == null) {
      return judge(sources(ours()), baseline);
    }
    if (baseline.isPresent()) {
      throw usage(BaselineFile.OPTION + " writes all that is found; leave out --baseline");
    }
    BaselineFile file = new BaselineFile(spec, writeBaseline);
    List<Path> ours = ours();
    ours.add(file.path());
    CompileRequest request = options.request(sources(ours));
    Compiler compiler = options.compiler();
    Compilation found = compiler.compile(request);
    Baseline written = file.write(found.findings());
    return KnownFindings.apply(Optional.of(written), found, compiler, request);
  }

  private Compilation newFindings(Optional<Baseline> baseline) {
    if (paths.size() > 1 || isPiped(paths.get(0))) {
      throw usage("--new-since compares one PATH, which Git knows");
    }
    if (writeBaseline != null) {
      throw usage(BaselineFile.OPTION + " writes all that is found; leave out --new-since");
    }
    Path path = paths.get(0);
    WorkingTree tree = InputPaths.open(spec, path).without(ours());
    Compilation now = judge(tree, baseline);
    try (BaseRevision base = BaseRevision.of(spec, path, newSince)) {
      SourceTree before = base.tree(tree);
      return now.since(judge(before, Optional.empty()))
          .with(ClusterChanges.between(before, options.request(tree)));
    }
  }

  private Compilation judge(SourceTree sources, Optional<Baseline> baseline) {
    CompileRequest request = options.request(sources);
    Compiler compiler = options.compiler();
    return KnownFindings.apply(baseline, compiler.compile(request), compiler, request);
  }

  /** What this command reads or writes for itself. */
  private List<Path> ours() {
    List<Path> ours = new ArrayList<>(reports.paths());
    known.path().ifPresent(ours::add);
    return ours;
  }

  private SourceTree sources(List<Path> ours) {
    List<Path> named = paths.stream().filter(path -> !isPiped(path)).toList();
    SourceTree files = named.isEmpty() ? InMemoryTree.empty() : InputPaths.open(spec, named, ours);
    return named.size() == paths.size() ? files : StandardInput.beside(files, System.in);
  }

  private static boolean isPiped(Path path) {
    return path.toString().equals(StandardInput.PATH);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
