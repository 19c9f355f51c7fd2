package dev.strake.check.storage;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Origins;
import dev.strake.spec.Storage.StorageClass;
import dev.strake.spec.Storage.VolumeBindingMode;

/**
 * Local volumes, which nobody makes on demand, set up as if somebody did: bound before it is known
 * where the pod runs, or as the class of claims that name none.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/storage/storage-classes/#local">Kubernetes:
 *     storage classes for local volumes</a>
 */
final class LocalVolumes implements SpecCheck {

  static final Code LOCAL_VOLUMES = Code.warning("spec/local-volumes");

  private static final String NO_PROVISIONER = "kubernetes.io/no-provisioner";

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    for (StorageClass storage : cluster.spec().spec().storage().classes()) {
      if (storage.provisioner().toString().equals(NO_PROVISIONER)) {
        check(storage, cluster.origins(), sink);
      }
    }
  }

  private static void check(StorageClass storage, Origins origins, DiagnosticSink sink) {
    if (storage.volumeBindingMode() == VolumeBindingMode.Immediate) {
      sink.report(
          origins
              .of(storage, StorageClass::volumeBindingMode)
              .finding(
                  LOCAL_VOLUMES,
                  "a local volume of %s is bound before it is known where the pod runs"
                      .formatted(storage.name()))
              .withHelp("write volumeBindingMode: WaitForFirstConsumer"));
    }
    if (storage.isDefault()) {
      sink.report(
          origins
              .of(storage, StorageClass::isDefault)
              .finding(
                  LOCAL_VOLUMES,
                  "claims that name no class get %s, of which nobody makes volumes"
                      .formatted(storage.name()))
              .withHelp("make a class the default whose provisioner makes volumes on demand"));
    }
  }
}
