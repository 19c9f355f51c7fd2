package dev.strake.check.storage;

import dev.strake.check.ManifestCheck;
import dev.strake.check.resource.VolumeSize;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.ClusterSpec;
import dev.strake.spec.Storage.StorageClass;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Add-ons that keep something in volumes of the default storage class, where there is none: their
 * claims wait, and so do their pods. Vendored software may bring a class of its own, so with it
 * nothing is said.
 */
public final class NoDefaultClass implements ManifestCheck {

  static final Code NO_DEFAULT_STORAGE_CLASS = Code.warning("spec/no-default-storage-class");

  @Override
  public void check(ResolvedCluster cluster, List<Manifest> written, DiagnosticSink sink) {
    ClusterSpec spec = cluster.spec().spec();
    List<VolumeSize> volumes = VolumeSize.of(spec, cluster.origins());
    boolean mayBeThere = !spec.vendored().isEmpty() || !DefaultClass.of(cluster, written).isEmpty();
    if (volumes.isEmpty() || mayBeThere) {
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
            .withHelp(help(spec.storage().classes())));
  }

  private static String help(List<StorageClass> classes) {
    return classes.isEmpty()
        ? "add a class with default: true to storage.classes, with the provisioner of your storage"
        : "write default: true at the storage class " + classes.get(0).name();
  }
}
