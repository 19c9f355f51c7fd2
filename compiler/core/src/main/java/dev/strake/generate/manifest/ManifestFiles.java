package dev.strake.generate.manifest;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.ArtifactPath;
import dev.strake.bundle.Phase;
import dev.strake.generate.ManifestObject;
import dev.strake.generate.OutputFolder;
import dev.strake.manifest.SourceMap;
import dev.strake.resolve.ResolvedCluster;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Locale;

/** Puts each object in a file of its own, named after it. */
final class ManifestFiles {

  private static final String CLUSTER_SCOPED = "_cluster";

  private final OutputFolder folder;

  ManifestFiles(ResolvedCluster cluster) {
    this.folder = OutputFolder.of(cluster);
  }

  Artifact clusterScoped(Phase phase, HasMetadata object, SourceMap sources) {
    return file(phase, CLUSTER_SCOPED, object, sources);
  }

  Artifact namespaced(Phase phase, HasMetadata object, SourceMap sources) {
    return file(phase, object.getMetadata().getNamespace(), object, sources);
  }

  private Artifact file(Phase phase, String namespace, HasMetadata object, SourceMap sources) {
    String name = kind(object) + "-" + object.getMetadata().getName() + ".yaml";
    ArtifactPath path = ArtifactPath.of("manifests", phase.id(), namespace, name);
    return folder.documents(path, phase, List.of(new ManifestObject(object, sources)));
  }

  /** {@code configmap}, {@code deployment.apps}. */
  private static String kind(HasMetadata object) {
    String kind = object.getKind().toLowerCase(Locale.ROOT);
    int slash = object.getApiVersion().indexOf('/');
    return slash < 0 ? kind : kind + "." + object.getApiVersion().substring(0, slash);
  }
}
