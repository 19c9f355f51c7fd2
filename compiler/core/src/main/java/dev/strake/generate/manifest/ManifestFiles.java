package dev.strake.generate.manifest;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.ArtifactPath;
import dev.strake.bundle.Phase;
import dev.strake.diagnostic.ObjectRef;
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
    ObjectRef ref =
        new ObjectRef(
            object.getApiVersion(),
            object.getKind(),
            namespace.equals(CLUSTER_SCOPED) ? null : namespace,
            object.getMetadata().getName());
    return folder.documents(path(phase, ref), phase, List.of(new ManifestObject(object, sources)));
  }

  /** {@code manifests/40-config/shop/resourcequota-quota.yaml}. */
  static ArtifactPath path(Phase phase, ObjectRef object) {
    String namespace = object.namespace();
    return ArtifactPath.of(
        "manifests",
        phase.id(),
        namespace == null ? CLUSTER_SCOPED : namespace,
        kind(object) + "-" + object.name() + ".yaml");
  }

  /** {@code configmap}, {@code deployment.apps}. */
  private static String kind(ObjectRef object) {
    String kind = object.kind().toLowerCase(Locale.ROOT);
    int slash = object.apiVersion().indexOf('/');
    return slash < 0 ? kind : kind + "." + object.apiVersion().substring(0, slash);
  }
}
