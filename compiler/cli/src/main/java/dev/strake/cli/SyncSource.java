package dev.strake.cli;

import dev.strake.Compilation;
import dev.strake.bundle.Bundle;
import dev.strake.bundle.Host;
import dev.strake.source.SourceTree;
import dev.strake.source.WorkingTree;
import dev.strake.sync.desired.DesiredSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What shall be in a cluster: compiled from a path, and judged like any other compilation. */
final class SyncSource {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec mixee;

  @Parameters(
      paramLabel = "PATH",
      description = "A cluster, a repository of clusters, or any folder of manifests.")
  private Path path = Path.of("");

  @Option(
      names = "--cluster",
      paramLabel = "NAME",
      description = "Which of several clusters in PATH.")
  private @Nullable String cluster;

  @Option(
      names = "--set",
      paramLabel = "NAME",
      description =
          "The name of the set that a folder of manifests is (default: the folder's name).")
  private @Nullable String set;

  @Option(
      names = "--rev",
      paramLabel = "REV",
      description = "As it is at a revision, and not on disk.")
  private @Nullable String revision;

  @Mixin private FindingOptions findings;

  /**
   * What came of the sources.
   *
   * @param set empty if findings forbid it
   * @param hosts of the cluster; empty if there are none
   */
  record Compiled(Compilation compilation, Optional<DesiredSet> set, List<Host> hosts) {}

  FindingOptions findings() {
    return findings;
  }

  Compiled compile() {
    findings.validate();
    WorkingTree tree = InputPaths.open(mixee, path);
    try (Checkout checkout = Checkout.of(mixee, path, tree, Optional.ofNullable(revision))) {
      SourceTree sources = checkout.tree();
      Compilation compilation =
          findings.compiler().compile(findings.request(sources).asSet(setName()));
      if (findings.fails(compilation)) {
        return new Compiled(compilation, Optional.empty(), List.of());
      }
      Bundle bundle = chosen(compilation.bundles());
      return new Compiled(
          compilation, Optional.of(DesiredSet.of(bundle, checkout.commit())), bundle.hosts());
    }
  }

  private Bundle chosen(List<Bundle> bundles) {
    List<Bundle> named =
        bundles.stream()
            .filter(bundle -> cluster == null || bundle.cluster().equals(cluster))
            .toList();
    if (named.size() == 1) {
      return named.get(0);
    }
    if (bundles.isEmpty()) {
      throw usage("there are no objects in " + path);
    }
    String names = String.join(", ", bundles.stream().map(Bundle::cluster).toList());
    throw usage(
        named.isEmpty()
            ? "there is no cluster %s; there are %s".formatted(cluster, names)
            : "which one? Name it with --cluster: " + names);
  }

  private String setName() {
    if (set != null) {
      if (set.isBlank()) {
        throw usage("--set: a set has a name");
      }
      return set;
    }
    Path name = path.toAbsolutePath().normalize().getFileName();
    return name == null ? "root" : name.toString();
  }

  private ParameterException usage(String message) {
    return new ParameterException(mixee.commandLine(), message);
  }
}
