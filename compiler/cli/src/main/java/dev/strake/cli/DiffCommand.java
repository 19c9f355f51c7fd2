package dev.strake.cli;

import dev.strake.Compilation;
import dev.strake.CompileRequest;
import dev.strake.Compiler;
import dev.strake.difference.OutputDifference;
import dev.strake.git.LineDifference;
import dev.strake.policies.BuiltInPolicies;
import dev.strake.report.DifferenceJson;
import dev.strake.report.DifferenceText;
import dev.strake.source.SourceTree;
import dev.strake.source.WorkingTree;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "diff",
    description = {
      "What the change since a revision does to the compiled output. Offline; writes nothing."
    },
    mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PATH", description = "A cluster, or a repository of clusters.")
  private Path path = Path.of("");

  @Option(
      names = "--base",
      required = true,
      paramLabel = "REV",
      description =
          "The branch or revision that the change is for: compared is what has changed since it parted from that.")
  private String base = "";

  @Mixin private FindingOptions options;

  @Override
  public Integer call() {
    options.validate();
    WorkingTree now = InputPaths.open(spec, path);
    try (BaseRevision revision = BaseRevision.of(spec, path, base)) {
      Compilation after = compile(now);
      if (options.fails(after)) {
        spec.commandLine().getErr().println("strake: not compared, because of the findings");
        return options.report(after);
      }
      Compilation before = compile(revision.tree(now));
      if (options.fails(before)) {
        spec.commandLine()
            .getErr()
            .println(
                "strake: %s has findings of its own; what did not compile there is shown as new"
                    .formatted(revision.revision()));
      }
      print(OutputDifference.between(before.bundles(), after.bundles()), revision);
      return ExitCode.CLEAN;
    }
  }

  private Compilation compile(SourceTree sources) {
    CompileRequest request = options.request(sources);
    return new Compiler(BuiltInPolicies.load()).compile(request);
  }

  private void print(OutputDifference difference, BaseRevision revision) {
    String text =
        options.isJson()
            ? new DifferenceJson(LineDifference::of).render(difference, revision.revision().id())
            : new DifferenceText(LineDifference::of, options.ansi()).render(difference);
    spec.commandLine().getOut().print(text);
    spec.commandLine().getOut().flush();
  }
}
