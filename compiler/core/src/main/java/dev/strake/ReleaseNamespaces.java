package dev.strake;

import dev.strake.input.ClusterFolder;
import dev.strake.spec.Bound;
import dev.strake.spec.Cluster;
import dev.strake.value.RelativePath;
import java.util.Optional;

/**
 * The namespace that a chart is rendered for: its tenant's first, and for the cluster's own charts
 * the one of objects that say none.
 */
record ReleaseNamespaces(ClusterFolder folder, Optional<Bound<Cluster>> cluster) {

  private static final String DEFAULT = "default";

  /**
   * @param chart its folder, from the root of the inputs
   */
  String of(String chart) {
    return cluster.stream()
        .flatMap(bound -> bound.value().spec().tenants().stream())
        .filter(tenant -> tenant.sources().stream().anyMatch(source -> holds(source, chart)))
        .filter(tenant -> !tenant.namespaces().isEmpty())
        .map(tenant -> tenant.namespaces().get(0).toString())
        .findFirst()
        .orElse(DEFAULT);
  }

  private boolean holds(RelativePath source, String chart) {
    String path = folder.resolve(source.toString().replaceAll("/+$", ""));
    return chart.equals(path) || chart.startsWith(path + "/");
  }
}
