package dev.strake;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.input.ClusterFolder;
import dev.strake.source.SourceEntry;
import dev.strake.spec.Bound;
import dev.strake.spec.Cluster;
import dev.strake.spec.ClusterSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of a cluster's source folders. */
final class ClusterSources {

  static final Code NO_SUCH_SOURCE = Code.error("spec/no-such-source");

  /** Where the cluster's own policies are; it need not be named as a source. */
  private static final String POLICIES = "policies";

  private ClusterSources() {}

  /** For a cluster whose spec does not say, or could not be read; a folder may be missing. */
  static List<SourceEntry> byDefault(ClusterFolder folder) {
    Stream<String> sources = ClusterSpec.DEFAULT_SOURCES.stream().map(Object::toString);
    return Stream.concat(sources, Stream.of(POLICIES))
        .flatMap(source -> folder.below(source).stream())
        .toList();
  }

  /** What the spec names; a folder that is not there is reported. */
  static List<SourceEntry> of(ClusterFolder folder, Bound<Cluster> cluster, DiagnosticSink sink) {
    ClusterSpec spec = cluster.value().spec();
    if (spec.sources().isEmpty()) {
      return byDefault(folder);
    }
    // A folder may lie in another that is named too.
    Set<SourceEntry> entries = new LinkedHashSet<>();
    for (int i = 0; i < spec.sources().size(); i++) {
      String source = spec.sources().get(i).toString();
      List<SourceEntry> below = folder.below(source);
      if (below.isEmpty()) {
        sink.report(
            cluster
                .origins()
                .of(spec, ClusterSpec::sources, i)
                .finding(NO_SUCH_SOURCE, "there is no manifest in the folder " + source)
                .withHelp("remove the entry, or correct it: folders are relative to cluster.yaml"));
      }
      entries.addAll(below);
    }
    entries.addAll(folder.below(POLICIES));
    return List.copyOf(entries);
  }
}
