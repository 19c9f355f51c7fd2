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

  /** An object of Kubernetes; without a namespace it is the whole cluster's. */
  Artifact of(HasMetadata object, SourceMap sources) {
    ObjectRef ref =
        new ObjectRef(
            object.getApiVersion(),
            object.getKind(),
            object.getMetadata().getNamespace(),
            object.getMetadata().getName());
    return file(ref, object, sources);
  }

  Artifact of(CustomObject object, SourceMap sources) {
    return file(object.ref(), object, sources);
  }

  private Artifact file(ObjectRef ref, Object model, SourceMap sources) {
    Phase phase = KindPhases.of(ref);
    return folder.documents(path(phase, ref), phase, List.of(new ManifestObject(model, sources)));
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
