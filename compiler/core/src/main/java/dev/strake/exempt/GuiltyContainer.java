package dev.strake.exempt;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.manifest.Manifest;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlScalar;
import java.util.Optional;
import java.util.Set;

/** The container that a finding's path leads into. */
final class GuiltyContainer {

  private static final Set<String> LISTS =
      Set.of("containers", "initContainers", "ephemeralContainers");

  private static final int LONGEST_INDEX = 6;

  private GuiltyContainer() {}

  /** Its name; empty if the finding is about no single container, or that has no name. */
  static Optional<String> of(Manifest object, Diagnostic finding) {
    String path = finding.path();
    if (path == null) {
      return Optional.empty();
    }
    String[] keys = path.substring(object.base().pointer().length()).split("/", -1);
    NodePath at = NodePath.ROOT;
    // The pointer begins with a slash, and so the keys with an empty one.
    for (int i = 1; i + 1 < keys.length; i++) {
      at = step(at, keys[i]);
      if (LISTS.contains(keys[i]) && isIndex(keys[i + 1])) {
        NodePath name = at.index(Integer.parseInt(keys[i + 1])).key("name");
        return object
            .find(name)
            .filter(YamlScalar.class::isInstance)
            .map(node -> ((YamlScalar) node).value());
      }
    }
    return Optional.empty();
  }

  private static NodePath step(NodePath at, String key) {
    return isIndex(key)
        ? at.index(Integer.parseInt(key))
        : at.key(key.replace("~1", "/").replace("~0", "~"));
  }

  private static boolean isIndex(String key) {
    return !key.isEmpty()
        && key.length() <= LONGEST_INDEX
        && key.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
