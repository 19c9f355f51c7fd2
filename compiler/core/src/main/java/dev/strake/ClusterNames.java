package dev.strake;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.spec.Bound;
import dev.strake.spec.Cluster;
import dev.strake.spec.ClusterMetadata;
import dev.strake.spec.Origin;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Clusters of one repository are told apart by their names, which also name their folders. */
final class ClusterNames {

  static final Code DUPLICATE_CLUSTER = Code.error("spec/duplicate-cluster");

  private ClusterNames() {}

  /** The names that more than one cluster has; each but the first is reported. */
  static Set<String> duplicates(List<Bound<Cluster>> clusters, DiagnosticSink sink) {
    Map<String, Origin> first = new HashMap<>();
    Set<String> duplicates = new HashSet<>();
    for (Bound<Cluster> cluster : clusters) {
      ClusterMetadata metadata = cluster.value().metadata();
      String name = metadata.name().toString();
      Origin here = cluster.origins().of(metadata, ClusterMetadata::name);
      Origin earlier = first.putIfAbsent(name, here);
      if (earlier != null) {
        duplicates.add(name);
        sink.report(
            here.finding(DUPLICATE_CLUSTER, "another cluster is named %s too".formatted(name))
                .withRelated(earlier.range(), "the other one")
                .withHelp("give one of them another name; none of the two is compiled"));
      }
    }
    return duplicates;
  }
}
