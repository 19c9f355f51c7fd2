package dev.strake;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.join.ExternalObject;
import dev.strake.join.ObjectSet;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.PodTemplatePaths;
import dev.strake.spec.Bound;
import dev.strake.spec.Cluster;
import dev.strake.spec.Policies.External;
import dev.strake.yaml.NodePath;
import java.util.List;
import java.util.Optional;

/**
 * Which objects policies judge together. If some are not known, nobody asks: what could not be read
 * would be called missing.
 */
final class Joins {

  static final Code NOT_JUDGED = Code.info("policy/not-judged");

  private final PodTemplatePaths pods;
  private final DiagnosticSink sink;

  /**
   * @param pods which objects make pods
   */
  Joins(PodTemplatePaths pods, DiagnosticSink sink) {
    this.pods = pods;
    this.sink = sink;
  }

  /**
   * The objects of one cluster.
   *
   * @param missing why some are not known, as the end of a sentence; empty if all are
   */
  Optional<ObjectSet> ofCluster(
      List<Manifest> objects, Optional<Bound<Cluster>> cluster, Optional<String> missing) {
    if (missing.isPresent()) {
      report(objects, missing.get());
      return Optional.empty();
    }
    return Optional.of(together(objects, cluster));
  }

  /** The objects of one cluster, whether they are all or not. */
  ObjectSet together(List<Manifest> objects, Optional<Bound<Cluster>> cluster) {
    List<ExternalObject> externals =
        cluster.map(c -> c.value().spec().policies().externals()).orElse(List.of()).stream()
            .map(Joins::external)
            .toList();
    return ObjectSet.ofCluster(objects, externals, pods);
  }

  /**
   * Objects that lie side by side.
   *
   * @param missing as above
   */
  Optional<ObjectSet> ofFolder(List<Manifest> objects, Optional<String> missing) {
    missing.ifPresent(why -> report(objects, why));
    return missing.isPresent() ? Optional.empty() : Optional.of(ObjectSet.ofFolder(objects, pods));
  }

  /** Objects that lie side by side, whether they are all or not. */
  ObjectSet together(List<Manifest> objects) {
    return ObjectSet.ofFolder(objects, pods);
  }

  /** Why objects are not known, if documents could not be read. */
  static Optional<String> unread(int documents) {
    return switch (documents) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of("one document could not be read");
      default -> Optional.of(documents + " documents could not be read");
    };
  }

  private void report(List<Manifest> objects, String why) {
    objects.stream()
        .filter(object -> !object.isGenerated())
        .findFirst()
        .ifPresent(
            object ->
                sink.report(
                    Diagnostic.of(
                            NOT_JUDGED,
                            object.place(NodePath.ROOT).file().beginning(),
                            "policies about many objects were not asked, because " + why)
                        .withHelp("correct that first, then run again")));
  }

  private static ExternalObject external(External other) {
    return new ExternalObject(
        other.kind().toString(),
        other.namespace() == null ? null : other.namespace().toString(),
        other.name().toString());
  }
}
