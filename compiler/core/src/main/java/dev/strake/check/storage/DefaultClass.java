package dev.strake.check.storage;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.manifest.Manifest;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.source.SourceRange;
import dev.strake.spec.Origin;
import dev.strake.spec.Storage.StorageClass;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A storage class that is meant by claims that name none, from the spec or from an object.
 *
 * @param place where it says so
 * @param finding makes a finding there
 */
record DefaultClass(String name, SourceRange place, BiFunction<Code, String, Diagnostic> finding) {

  private static final NodePath ANNOTATIONS = NodePath.of("metadata", "annotations");

  /**
   * The newer one first; either alone will do.
   *
   * @see <a
   *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/volume/util/storageclass.go">IsDefaultAnnotation</a>
   */
  private static final List<NodePath> MARKS =
      List.of(
          ANNOTATIONS.key("storageclass.kubernetes.io/is-default-class"),
          ANNOTATIONS.key("storageclass.beta.kubernetes.io/is-default-class"));

  /** Those of the spec first. */
  static List<DefaultClass> of(ResolvedCluster cluster, List<Manifest> written) {
    List<DefaultClass> all = new ArrayList<>();
    for (StorageClass storage : cluster.spec().spec().storage().classes()) {
      if (storage.isDefault()) {
        Origin origin = cluster.origins().of(storage, StorageClass::isDefault);
        all.add(new DefaultClass(storage.name().toString(), origin.range(), origin::finding));
      }
    }
    written.forEach(object -> of(object).ifPresent(all::add));
    return all;
  }

  private static Optional<DefaultClass> of(Manifest object) {
    return MARKS.stream()
        .filter(mark -> object.ref().kind().equals("StorageClass") && isTrue(object, mark))
        .map(
            mark ->
                new DefaultClass(
                    object.ref().name(),
                    object.place(mark),
                    (code, message) -> object.finding(code, mark, message)))
        .findFirst();
  }

  private static boolean isTrue(Manifest object, NodePath mark) {
    return object
        .find(mark)
        .filter(YamlScalar.class::isInstance)
        .map(value -> ((YamlScalar) value).value())
        .equals(Optional.of("true"));
  }
}
