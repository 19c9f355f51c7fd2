package dev.strake.yaml;

import java.util.HashMap;
import java.util.Map;

/**
 * Keys as Kubernetes sees them: always strings, whatever YAML made of them. Manifests repeat the
 * same few keys, so each is kept once a file.
 *
 * @see <a
 *     href="https://github.com/kubernetes-sigs/yaml/blob/master/yaml.go">convertToJSONableObject in
 *     sigs.k8s.io/yaml</a>
 */
final class KeyNames {

  private static final int MOST_KEPT = 10_000;

  private final Map<String, String> kept = new HashMap<>();

  /** The name of any key but null. */
  String of(YamlScalar key) {
    String name = name(key);
    if (kept.size() > MOST_KEPT) {
      return name;
    }
    String same = kept.putIfAbsent(name, name);
    return same == null ? name : same;
  }

  private static String name(YamlScalar key) {
    boolean number = key.type() == ScalarType.INTEGER || key.type() == ScalarType.FLOAT;
    return number && GoNumbers.isFloat64(key.text())
        ? GoNumbers.key(key.doubleValue())
        : key.value();
  }
}
