package dev.strake.check.schedule;

import dev.strake.resolve.ResolvedNode;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.List;
import java.util.Optional;

/**
 * What a pod asks of one label of its node.
 *
 * @param path of what asks it, in the object
 * @param operator as node affinity has them
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#operators">Kubernetes:
 *     operators of node affinity</a>
 */
record Requirement(NodePath path, String key, String operator, List<String> values) {

  private static final String NAME = "metadata.name";

  /** An entry of a nodeSelector. */
  static Requirement equal(NodePath path, String key, String value) {
    return new Requirement(path, key, "In", List.of(value));
  }

  /** An item of matchExpressions; empty if it cannot be understood. */
  static Optional<Requirement> of(NodePath path, YamlNode item) {
    if (!(item instanceof YamlMapping mapping)) {
      return Optional.empty();
    }
    List<String> values =
        mapping.sequence("values").map(YamlSequence::items).orElse(List.of()).stream()
            .filter(YamlScalar.class::isInstance)
            .map(value -> ((YamlScalar) value).value())
            .toList();
    return mapping
        .string("key")
        .flatMap(
            key ->
                mapping
                    .string("operator")
                    .map(operator -> new Requirement(path, key, operator, values)));
  }

  /** What a node has for it; empty if that is nothing, as far as the spec says. */
  Optional<String> value(ResolvedNode node, NodeLabels labels) {
    return key.equals(NAME) ? Optional.of(node.name()) : labels.value(node, key);
  }

  /** A value that fulfils it, where it asks for one. */
  String example() {
    return operator.equals("In") && !values.isEmpty() ? values.get(0) : "";
  }

  /** Whether a node may fulfil it: only what is known for certain speaks against it. */
  boolean mayMatch(ResolvedNode node, NodeLabels labels) {
    Optional<String> value = value(node, labels);
    boolean undecided = value.isEmpty() && !key.equals(NAME) && !labels.isDecided(key);
    return undecided
        || switch (operator) {
          case "In" -> value.filter(values::contains).isPresent();
          case "NotIn" -> value.filter(values::contains).isEmpty();
          case "Exists" -> value.isPresent();
          case "DoesNotExist" -> value.isEmpty();
          case "Gt" -> value.filter(v -> compare(v) > 0).isPresent();
          case "Lt" -> value.filter(v -> compare(v) < 0).isPresent();
          default -> true;
        };
  }

  /** Of a label's value with the requirement's; 0 if one of them is no number. */
  private int compare(String value) {
    try {
      return values.size() == 1
          ? Long.compare(Long.parseLong(value), Long.parseLong(values.get(0)))
          : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** As people say it: {@code disk=nvme}. */
  @Override
  public String toString() {
    return switch (operator) {
      case "In" -> key + "=" + String.join("|", values);
      case "NotIn" -> key + "!=" + String.join("|", values);
      case "Exists" -> key;
      case "DoesNotExist" -> "!" + key;
      case "Gt" -> key + ">" + String.join("", values);
      case "Lt" -> key + "<" + String.join("", values);
      default -> key + " " + operator;
    };
  }
}
