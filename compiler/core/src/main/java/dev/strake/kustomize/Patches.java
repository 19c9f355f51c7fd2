package dev.strake.kustomize;

import dev.strake.manifest.Manifest;
import dev.strake.source.SourceFile;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The patches in files of their own, from the outermost Kustomization inwards: what is applied last
 * comes first.
 *
 * @param merges that look like the objects which they change
 * @param operations of JSON Patch
 */
record Patches(List<Merge> merges, List<YamlSequence> operations) {

  /**
   * @param targeted whether the Kustomization says what it changes, whatever its name
   */
  private record Merge(YamlMapping root, boolean targeted) {

    boolean isFor(Manifest object) {
      boolean ofKind =
          root.string("kind").filter(kind -> kind.equals(object.ref().kind())).isPresent();
      Optional<String> name = root.mapping("metadata").flatMap(m -> m.string("name"));
      return targeted
          ? ofKind || root.string("kind").isEmpty()
          : ofKind && name.filter(object.ref().name()::contains).isPresent();
    }
  }

  static Patches of(Overlay overlay, TreeFiles tree) {
    Patches patches = new Patches(new ArrayList<>(), new ArrayList<>());
    for (KustomizationFile file : overlay.fromOutside()) {
      Stream.of("patches", "patchesJson6902")
          .flatMap(field -> KustomizationFile.mappings(file.items(field)))
          .forEach(
              entry ->
                  entry
                      .scalar("path")
                      .ifPresent(
                          path -> patches.add(overlay, tree, file, path, isTargeted(entry))));
      KustomizationFile.texts(file.items("patchesStrategicMerge"))
          .forEach(path -> patches.add(overlay, tree, file, path, false));
    }
    return patches;
  }

  private static boolean isTargeted(YamlMapping entry) {
    return entry.get("target").isPresent();
  }

  private void add(
      Overlay overlay, TreeFiles tree, KustomizationFile from, YamlScalar path, boolean targeted) {
    Optional<SourceFile> file =
        TreePath.resolve(from.folder(), path.text())
            .flatMap(found -> Optional.ofNullable(overlay.texts().get(found)));
    if (file.isEmpty()) {
      return;
    }
    for (YamlDocument document : tree.text(file.get()).yaml().documents()) {
      if (document.root() instanceof YamlMapping root) {
        merges.add(new Merge(root, targeted));
      } else if (document.root() instanceof YamlSequence list) {
        operations.add(list);
      }
    }
  }

  /** Those that may have changed an object. */
  List<YamlNode> of(Manifest object) {
    return merges.stream()
        .filter(merge -> merge.isFor(object))
        .map(merge -> (YamlNode) merge.root)
        .toList();
  }
}
