package dev.strake.cli;

import dev.strake.ClusterChanges;
import dev.strake.Compilation;
import dev.strake.difference.OutputDifference;
import dev.strake.git.LineDifference;
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
    options.requireTextOrJson();
    WorkingTree now = InputPaths.open(spec, path);
    try (BaseRevision revision = BaseRevision.of(spec, path, base)) {
      Compilation after = compile(now);
      if (options.fails(after)) {
        spec.commandLine().getErr().println("strake: not compared, because of the findings");
        return options.report(after);
      }
      SourceTree was = revision.tree(now);
      Compilation before = compile(was);
      if (options.fails(before)) {
        spec.commandLine()
            .getErr()
            .println(
                "strake: %s has findings of its own; what did not compile there is shown as new"
                    .formatted(revision.revision()));
      }
      print(OutputDifference.between(before.bundles(), after.bundles()), revision);
      warnOf(ClusterChanges.between(was, options.request(now)).size());
      return ExitCode.CLEAN;
    }
  }

  private void warnOf(int findings) {
    if (findings > 0) {
      spec.commandLine()
          .getErr()
          .println(
              "strake: findings about what the change does to clusters that run: %s; see strake validate --new-since %s"
                  .formatted(findings, base));
    }
  }

  private Compilation compile(SourceTree sources) {
    return options.compiler().compile(options.request(sources));
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
