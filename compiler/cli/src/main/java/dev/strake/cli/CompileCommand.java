package dev.strake.cli;

import dev.strake.Compilation;
import dev.strake.CompileRequest;
import dev.strake.Compiler;
import dev.strake.baseline.Baseline;
import dev.strake.source.SourceTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
      names = {"-o", "--output-dir"},
      required = true,
      paramLabel = "OUT",
      description = "The folder to write to; it is made if it is not there.")
  private Path output = Path.of("");

  @Mixin private FindingOptions options;

  @Mixin private ReportFiles reports;

  @Mixin private KnownFindings known;

  @Override
  public Integer call() {
    options.validate();
    reports.validate();
    Optional<Baseline> baseline = known.read();
    CompileRequest request = options.request(sources());
    Compiler compiler = options.compiler();
    Compilation found = KnownFindings.apply(baseline, compiler.compile(request), compiler, request);
    if (options.fails(found)) {
      spec.commandLine().getErr().println("strake: nothing was written");
      return report(found);
    }
    return report(found.write(output));
  }

  private SourceTree sources() {
    List<Path> ours = new ArrayList<>(reports.paths());
    known.path().ifPresent(ours::add);
    return InputPaths.open(spec, List.of(path), ours);
  }

  private int report(Compilation compilation) {
    reports.write(compilation.findings(), options.settings());
    return options.report(compilation);
  }
}
