package dev.strake.cli;

import dev.strake.Compilation;
import dev.strake.diagnostic.Checked;
import dev.strake.source.InMemoryTree;
import dev.strake.source.SourceTree;
import dev.strake.sync.configuration.AgentConfiguration;
import dev.strake.sync.desired.DesiredObject;
import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.install.AgentManifests;
import dev.strake.sync.install.Installation;
import dev.strake.sync.install.SyncedResource;
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
    name = "manifests",
    description = {
      "Prints the objects that the agent runs as: Deployment, roles, network policy, service.",
      "Its roles cover what the clusters in PATH have, and no more: run it again when they get new kinds."
    },
    mixinStandardHelpOptions = true)
final class AgentManifestsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "What the agent will sync to the cluster that it runs in.")
  private List<Path> paths = List.of();

  @Option(
      names = AgentConfigurationFile.OPTION,
      paramLabel = "FILE",
      required = true,
      description = "The agent's configuration, which becomes a ConfigMap.")
  private Path config = Path.of("");

  @Option(
      names = "--image",
      paramLabel = "IMAGE",
      required = true,
      description = "Of the agent, best with its digest.")
  private String image = "";

  @Mixin private FindingOptions findings;

  @Override
  public Integer call() {
    findings.validate();
    AgentConfigurationFile file = AgentConfigurationFile.read(spec, config);
    Checked<AgentConfiguration> read = file.configuration();
    if (read.asOptional().isEmpty()) {
      return AgentConfigurationFile.report(findings, read.diagnostics());
    }
    SourceTree sources =
        paths.isEmpty() ? InMemoryTree.empty() : InputPaths.open(spec, paths, List.of());
    Compilation compiled = findings.compiler().compile(findings.request(sources).asSet("agent"));
    if (findings.fails(compiled)) {
      return findings.report(compiled);
    }
    List<SyncedResource> resources =
        SyncedResource.of(
            compiled.bundles().stream()
                .flatMap(bundle -> DesiredSet.of(bundle, "").objects().stream())
                .map(DesiredObject::object)
                .toList());
    Installation installation =
        new Installation(image, read.asOptional().get(), file.text(), resources);
    spec.commandLine().getOut().print(AgentManifests.yaml(installation));
    spec.commandLine().getOut().flush();
    return ExitCode.CLEAN;
  }
}
