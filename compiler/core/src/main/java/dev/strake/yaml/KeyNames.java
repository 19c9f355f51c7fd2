package dev.strake.yaml;

/**
 * Keys as Kubernetes sees them: always strings, whatever YAML made of them.
 *
 * @see <a
 *     href="https://github.com/kubernetes-sigs/yaml/blob/master/yaml.go">convertToJSONableObject in
 *     sigs.k8s.io/yaml</a>
 */
final class KeyNames {

  private final SharedTexts texts;

  KeyNames(SharedTexts texts) {
    this.texts = texts;
  }

  /** The name of any key but null. */
  String of(YamlScalar key) {
    // The text of a scalar is shared already.
    return key.isString() ? key.text() : texts.share(name(key));
  }

  private static String name(YamlScalar key) {
    boolean number = key.type() == ScalarType.INTEGER || key.type() == ScalarType.FLOAT;
    return number && GoNumbers.isFloat64(key.text())
        ? GoNumbers.key(key.doubleValue())
        : key.value();
  }
}
