package dev.strake;

import dev.strake.check.all.SpecChanges;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.input.ClusterFolder;
import dev.strake.input.InputScan;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.Resolver;
import dev.strake.source.SourceTree;
import dev.strake.spec.ClusterMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What changes of specs mean for clusters that run: a repository against what it was. */
public final class ClusterChanges {

  static final Code BASE_UNREADABLE = Code.warning("spec/base-unreadable");

  private ClusterChanges() {}

  /**
   * Findings about the changes, at their places in the new specs; what they are related to may
   * stand in the old ones. What is wrong with either spec by itself is not among them.
   *
   * @param before the repository as the clusters were set up from it; one that it does not have is
   *     new, and nothing is said about it
   */
  public static List<Diagnostic> between(SourceTree before, SourceTree after) {
    List<Diagnostic> found = new ArrayList<>();
    List<Side> old = sides(before);
    Map<String, Side> byPath = new LinkedHashMap<>();
    Map<String, Side> byName = new LinkedHashMap<>();
    for (Side side : old) {
      byPath.put(side.path, side);
      side.cluster.ifPresent(cluster -> byName.putIfAbsent(cluster.name(), side));
    }
    for (Side side : sides(after)) {
      side.cluster.ifPresent(
          cluster -> {
            Side was = byPath.getOrDefault(side.path, byName.get(cluster.name()));
            if (was != null) {
              compare(was, cluster, found::add);
            }
          });
    }
    return found;
  }

  /**
   * A folder with a cluster.yaml.
   *
   * @param cluster empty if too little of it could be understood
   */
  private record Side(String path, Optional<ResolvedCluster> cluster) {}

  private static List<Side> sides(SourceTree tree) {
    // Whatever is wrong with a spec is for its own compilation to say.
    DiagnosticSink nobody = finding -> {};
    SourceReader reader = new SourceReader(nobody);
    List<Side> sides = new ArrayList<>();
    for (ClusterFolder folder : InputScan.scan(tree, nobody).clusters()) {
      Optional<ResolvedCluster> cluster =
          new ClusterReader(reader, nobody)
              .read(folder)
              .cluster()
              .map(
                  bound ->
                      Resolver.resolve(bound, new NamedFileReader(folder, nobody).read(bound)));
      sides.add(new Side(folder.path(), cluster));
    }
    return sides;
  }

  private static void compare(Side was, ResolvedCluster after, DiagnosticSink sink) {
    if (was.cluster.isPresent()) {
      SpecChanges.run(was.cluster.get(), after, sink);
      return;
    }
    sink.report(
        after
            .origins()
            .of(after.spec().metadata(), ClusterMetadata::name)
            .finding(
                BASE_UNREADABLE,
                "the spec could not be understood as it was: nothing is known of what changes")
            .withHelp("compare with a revision whose spec has no errors"));
  }
}
