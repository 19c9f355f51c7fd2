package dev.strake.generate.manifest;

import dev.strake.bundle.Artifact;
import dev.strake.generate.Generator;
import dev.strake.manifest.SourceMap;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Origins;
import dev.strake.spec.Storage;
import dev.strake.yaml.NodePath;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import java.util.List;
import java.util.TreeMap;

/** The storage that claims can ask for. */
final class StorageClassGenerator implements Generator {

  /**
   * @see <a
   *     href="https://kubernetes.io/docs/reference/labels-annotations-taints/#storageclass-kubernetes-io-is-default-class">The
   *     default class</a>
   */
  private static final String DEFAULT_CLASS = "storageclass.kubernetes.io/is-default-class";

  @Override
  public List<Artifact> generate(ResolvedCluster cluster) {
    ManifestFiles files = new ManifestFiles(cluster);
    return cluster.spec().spec().storage().classes().stream()
        .map(spec -> files.of(storageClass(spec), sources(cluster.origins(), spec)))
        .toList();
  }

  private static StorageClass storageClass(Storage.StorageClass spec) {
    StorageClassBuilder object =
        new StorageClassBuilder()
            .withNewMetadata()
            .withName(spec.name().toString())
            .endMetadata()
            .withProvisioner(spec.provisioner().toString())
            .withReclaimPolicy(spec.reclaimPolicy().name())
            .withAllowVolumeExpansion(spec.allowVolumeExpansion())
            .withVolumeBindingMode(spec.volumeBindingMode().name())
            .withParameters(new TreeMap<>(spec.parameters()))
            .withMountOptions(spec.mountOptions());
    if (spec.isDefault()) {
      object.editMetadata().addToAnnotations(DEFAULT_CLASS, "true").endMetadata();
    }
    return object.build();
  }

  private static SourceMap sources(Origins origins, Storage.StorageClass spec) {
    SourceMap sources =
        SourceMap.of(origins.of(spec).range())
            .with(
                NodePath.of("metadata", "name"),
                origins.of(spec, Storage.StorageClass::name).range())
            .with(
                NodePath.of("metadata", "annotations"),
                origins.of(spec, Storage.StorageClass::isDefault).range())
            .with(
                NodePath.of("provisioner"),
                origins.of(spec, Storage.StorageClass::provisioner).range())
            .with(
                NodePath.of("reclaimPolicy"),
                origins.of(spec, Storage.StorageClass::reclaimPolicy).range())
            .with(
                NodePath.of("allowVolumeExpansion"),
                origins.of(spec, Storage.StorageClass::allowVolumeExpansion).range())
            .with(
                NodePath.of("volumeBindingMode"),
                origins.of(spec, Storage.StorageClass::volumeBindingMode).range())
            .with(
                NodePath.of("parameters"),
                origins.of(spec, Storage.StorageClass::parameters).range())
            .with(
                NodePath.of("mountOptions"),
                origins.of(spec, Storage.StorageClass::mountOptions).range());
    for (String parameter : spec.parameters().keySet()) {
      sources =
          sources.with(
              NodePath.of("parameters").key(parameter),
              origins.ofEntry(spec, Storage.StorageClass::parameters, parameter).range());
    }
    for (int i = 0; i < spec.mountOptions().size(); i++) {
      sources =
          sources.with(
              NodePath.of("mountOptions").index(i),
              origins.of(spec, Storage.StorageClass::mountOptions, i).range());
    }
    return sources;
  }
}
