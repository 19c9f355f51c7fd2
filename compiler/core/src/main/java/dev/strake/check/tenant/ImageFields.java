package dev.strake.check.tenant;

import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The images that an object names, wherever it has containers: in the template of a kind of
 * Kubernetes' own or of anybody else's. In another kind's objects, whatever is called an image may
 * be one.
 */
final class ImageFields {

  private static final Set<String> CONTAINERS =
      Set.of("containers", "initContainers", "ephemeralContainers");
  private static final Set<String> WORDS =
      Set.of("annotations", "labels", "matchLabels", "nodeSelector");
  private static final String IMAGE = "image";

  /**
   * An image's name.
   *
   * @param certain whether it is a container's or a volume's, rather than something of that name
   */
  record Field(NodePath path, String image, boolean certain) {}

  private final List<Field> found = new ArrayList<>();

  private ImageFields() {}

  static List<Field> of(YamlMapping object) {
    ImageFields fields = new ImageFields();
    fields.walk(object, NodePath.ROOT);
    return fields.found;
  }

  private void walk(YamlNode node, NodePath path) {
    if (node instanceof YamlMapping mapping) {
      mapping.entries().forEach(entry -> entry(entry, path.key(entry.name())));
    } else if (node instanceof YamlSequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        walk(list.items().get(i), path.index(i));
      }
    }
  }

  private void entry(YamlEntry entry, NodePath path) {
    if (entry.name().equals(IMAGE)) {
      image(entry.value(), path);
    }
    walk(entry.value(), path);
  }

  private void image(YamlNode value, NodePath path) {
    if (value instanceof YamlScalar scalar && !scalar.isNull() && !isWord(path)) {
      found.add(new Field(path, scalar.value(), isOf(CONTAINERS, path)));
    } else if (value instanceof YamlMapping volume && isOf(Set.of("volumes"), path)) {
      // A volume made of an image:
      // https://kubernetes.io/docs/tasks/configure-pod-container/image-volumes/
      NodePath reference = path.key("reference");
      volume
          .scalar("reference")
          .filter(scalar -> !scalar.isNull())
          .ifPresent(scalar -> found.add(new Field(reference, scalar.value(), true)));
    }
  }

  /** What users call labels and the like is theirs: one called image names none. */
  private static boolean isWord(NodePath path) {
    NodePath words = path.parent();
    return words != null && words.lastKey().filter(WORDS::contains).isPresent();
  }

  /** Whether a path leads to a field of an item of a list with one of some names. */
  private static boolean isOf(Set<String> lists, NodePath path) {
    NodePath item = path.parent();
    NodePath list = item == null ? null : item.parent();
    return list != null && list.lastKey().filter(lists::contains).isPresent();
  }
}
