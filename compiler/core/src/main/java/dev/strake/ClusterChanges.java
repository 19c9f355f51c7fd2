package dev.strake;

import dev.strake.check.all.SpecChanges;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.input.ClusterFolder;
import dev.strake.input.InputScan;
import dev.strake.manifest.Manifest;
import dev.strake.rendering.RenderTarget;
import dev.strake.rendering.Renderer;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.resolve.Resolver;
import dev.strake.source.SourceEntry;
import dev.strake.source.SourceTree;
import dev.strake.spec.Bound;
import dev.strake.spec.Cluster;
import dev.strake.spec.ClusterMetadata;
import dev.strake.update.ObjectUpdates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What changes of specs and of written objects mean for clusters that run: a repository against
 * what it was.
 */
public final class ClusterChanges {

  static final Code BASE_UNREADABLE = Code.warning("spec/base-unreadable");

  // Whatever is wrong with a spec or a file is for its own compilation to say.
  private static final DiagnosticSink NOBODY = finding -> {};

  private ClusterChanges() {}

  /**
   * Findings about the changes, at their places in the new files; what they are related to may
   * stand in the old ones. What is wrong with either side by itself is not among them.
   *
   * @param before the repository as the clusters were set up from it; one that it does not have is
   *     new, and nothing is said about it
   * @param request the repository as it becomes, and how to judge it
   */
  public static List<Diagnostic> between(SourceTree before, CompileRequest request) {
    SourceTree after = request.sources();
    AdmissionUpdates admission = new AdmissionUpdates(request);
    List<Diagnostic> found = new ArrayList<>();
    Map<String, Side> byPath = new LinkedHashMap<>();
    Map<String, Side> byName = new LinkedHashMap<>();
    for (Side side : sides(before)) {
      byPath.put(side.path, side);
      side.cluster.ifPresent(cluster -> byName.putIfAbsent(cluster.name(), side));
    }
    for (Side side : sides(after)) {
      @Nullable Side sameName =
          side.cluster.map(cluster -> byName.get(cluster.name())).orElse(null);
      @Nullable Side was = byPath.getOrDefault(side.path, sameName);
      if (was != null) {
        side.cluster.ifPresent(cluster -> compare(was, cluster, found::add));
        ObjectUpdates.check(was.objects, side.objects, found::add);
        admission.check(was.objects, side.objects, side.bound, found::add);
      }
    }
    List<Manifest> plainBefore = plain(before);
    List<Manifest> plainAfter = plain(after);
    ObjectUpdates.check(plainBefore, plainAfter, found::add);
    admission.check(plainBefore, plainAfter, Optional.empty(), found::add);
    return found;
  }

  /**
   * A folder with a cluster.yaml.
   *
   * @param bound empty if too little of it could be understood
   * @param cluster the same with everything decided
   * @param objects that users wrote for it
   */
  private record Side(
      String path,
      Optional<Bound<Cluster>> bound,
      Optional<ResolvedCluster> cluster,
      List<Manifest> objects) {}

  private static List<Side> sides(SourceTree tree) {
    SourceReader reader = new SourceReader(tree, Renderer.none(), NOBODY);
    return InputScan.scan(tree, NOBODY).clusters().stream()
        .map(folder -> side(folder, reader))
        .toList();
  }

  private static Side side(ClusterFolder whole, SourceReader reader) {
    ClusterReader.Read read = new ClusterReader(reader, NOBODY).read(whole);
    ClusterFolder folder = whole.without(read.includes());
    List<SourceEntry> sources =
        read.cluster()
            .map(cluster -> ClusterSources.of(folder, cluster, NOBODY))
            .orElseGet(() -> ClusterSources.byDefault(folder));
    Optional<ResolvedCluster> cluster =
        read.cluster()
            .map(bound -> Resolver.resolve(bound, new NamedFileReader(whole, NOBODY).read(bound)));
    return new Side(
        whole.path(),
        read.cluster(),
        cluster,
        reader.manifests(sources, List.of(), RenderTarget.unjudged()));
  }

  /** Objects that belong to no cluster of the tree. */
  private static List<Manifest> plain(SourceTree tree) {
    return new SourceReader(tree, Renderer.none(), NOBODY)
        .manifests(InputScan.scan(tree, NOBODY).plain(), List.of(), RenderTarget.unjudged());
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
