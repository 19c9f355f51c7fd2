package dev.strake.schema;

import dev.strake.yaml.NodePath;
import dev.strake.yaml.ScalarType;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;

/**
 * A mapping, or something else in its place, as in the schemas of custom resources. Kubernetes
 * decodes such fields on its own, and not strictly.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1/marshal.go">marshal.go
 *     in apiextensions/v1</a>
 */
public record AlternativeType(SchemaType first, Other other) implements SchemaType {

  /** What may stand there instead. */
  public enum Other {
    BOOLEAN("a boolean"),
    LIST("a list"),
    STRINGS("a list of strings");

    private final String description;

    Other(String description) {
      this.description = description;
    }
  }

  @Override
  public String description() {
    return first.description() + " or " + other.description;
  }

  @Override
  public void check(YamlNode value, NodePath path, Faults faults) {
    if (other == Other.BOOLEAN && isBoolean(value)) {
      return;
    }
    Faults lenient = faults.withoutStrictness();
    if (other == Other.LIST && value instanceof YamlSequence) {
      new ListType(first).check(value, path, lenient);
    } else if (other == Other.STRINGS && value instanceof YamlSequence) {
      new ListType(SimpleType.STRING).check(value, path, lenient);
    } else {
      first.check(value, path, lenient);
    }
  }

  private static boolean isBoolean(YamlNode value) {
    return value instanceof YamlScalar scalar && scalar.type() == ScalarType.BOOLEAN;
  }
}
