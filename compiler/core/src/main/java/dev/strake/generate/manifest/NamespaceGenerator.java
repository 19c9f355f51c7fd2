package dev.strake.generate.manifest;

import dev.strake.bundle.Artifact;
import dev.strake.generate.Generator;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterNamespace;
import java.util.ArrayList;
import java.util.List;

/** Each namespace of the spec with its guard rails. */
final class NamespaceGenerator implements Generator {

  @Override
  public List<Artifact> generate(ResolvedCluster cluster) {
    List<Artifact> files = new ArrayList<>();
    for (ClusterNamespace namespace : cluster.spec().spec().namespaces()) {
      NamespaceFiles made = new NamespaceFiles(cluster, namespace);
      files.add(made.namespace());
      made.quota().ifPresent(files::add);
      made.limitRange().ifPresent(files::add);
      files.addAll(made.networkPolicies());
      files.addAll(new AccessFiles(cluster, namespace).all());
    }
    return files;
  }
}
