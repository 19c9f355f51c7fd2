package dev.strake.check.storage;

import dev.strake.check.ManifestCheck;
import dev.strake.check.resource.VolumeSize;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Storage.StorageClass;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Add-ons that keep something in volumes of the default storage class, where there is none: their
 * claims wait, and so do their pods. Vendored software may bring a class of its own, so with it
 * nothing is said.
 */
public final class NoDefaultClass implements ManifestCheck {

  static final Code NO_DEFAULT_STORAGE_CLASS = Code.warning("spec/no-default-storage-class");

  private static final NodePath IS_DEFAULT =
      NodePath.of("metadata", "annotations", "storageclass.kubernetes.io/is-default-class");

  @Override
  public void check(ResolvedCluster cluster, List<Manifest> written, DiagnosticSink sink) {
    ClusterSpec spec = cluster.spec().spec();
    List<VolumeSize> volumes = VolumeSize.of(spec, cluster.origins());
    boolean there =
        spec.storage().classes().stream().anyMatch(StorageClass::isDefault)
            || written.stream().anyMatch(NoDefaultClass::isDefault);
    if (volumes.isEmpty() || there || !spec.vendored().isEmpty()) {
      return;
    }
    String what = volumes.stream().map(VolumeSize::what).collect(Collectors.joining(", "));
    sink.report(
        volumes
            .get(0)
            .origin()
            .finding(
                NO_DEFAULT_STORAGE_CLASS,
                "volumes for %s come from the default storage class, and there is none"
                    .formatted(what))
            .withHelp(
                "write default: true at one of storage.classes, with the provisioner of your"
                    + " storage"));
  }

  private static boolean isDefault(Manifest object) {
    return object.ref().kind().equals("StorageClass")
        && object
            .find(IS_DEFAULT)
            .filter(YamlScalar.class::isInstance)
            .map(value -> ((YamlScalar) value).value())
            .equals(Optional.of("true"));
  }
}
