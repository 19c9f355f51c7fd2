package dev.strake.check.storage;

import dev.strake.check.SpecCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.spec.Origins;
import dev.strake.spec.Storage.StorageClass;
import java.util.List;

/**
 * Several storage classes that are meant by claims that name none. Kubernetes takes the one that
 * was created last, which is whichever a sync happens to apply last.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/storage/storage-classes/#default-storageclass">Kubernetes:
 *     default StorageClass</a>
 */
final class DefaultClasses implements SpecCheck {

  static final Code DEFAULT_STORAGE_CLASSES = Code.warning("spec/default-storage-classes");

  @Override
  public void check(ResolvedCluster cluster, DiagnosticSink sink) {
    Origins origins = cluster.origins();
    List<StorageClass> defaults =
        cluster.spec().spec().storage().classes().stream().filter(StorageClass::isDefault).toList();
    defaults.stream()
        .skip(1)
        .forEach(
            other ->
                sink.report(
                    origins
                        .of(other, StorageClass::isDefault)
                        .finding(
                            DEFAULT_STORAGE_CLASSES,
                            "%s is a default class, and so is %s"
                                .formatted(other.name(), defaults.get(0).name()))
                        .withRelated(
                            origins.of(defaults.get(0), StorageClass::isDefault).range(),
                            "the other default")
                        .withHelp("keep one of them, and leave default out of the others")));
  }
}
