package dev.strake.check.storage;

import dev.strake.check.ManifestCheck;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.resolve.ResolvedCluster;
import java.util.List;

/**
 * Several storage classes that are meant by claims that name none. Kubernetes takes the one that
 * was created last, which is whichever a sync happens to apply last.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/storage/storage-classes/#default-storageclass">Kubernetes:
 *     default StorageClass</a>
 */
public final class DefaultClasses implements ManifestCheck {

  static final Code DEFAULT_STORAGE_CLASSES = Code.warning("spec/default-storage-classes");

  @Override
  public void check(ResolvedCluster cluster, List<Manifest> written, DiagnosticSink sink) {
    List<DefaultClass> defaults = DefaultClass.of(cluster, written);
    defaults.stream()
        .skip(1)
        .forEach(
            other ->
                sink.report(
                    other
                        .finding()
                        .apply(
                            DEFAULT_STORAGE_CLASSES,
                            "%s is a default class, and so is %s"
                                .formatted(other.name(), defaults.get(0).name()))
                        .withRelated(defaults.get(0).place(), "the other default")
                        .withHelp("write false for all but one of them")));
  }
}
