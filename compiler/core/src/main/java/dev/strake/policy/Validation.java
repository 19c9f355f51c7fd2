package dev.strake.policy;

import dev.strake.manifest.Manifest;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlSequence;
import java.util.List;
import java.util.Optional;

/**
 * One condition of a policy.
 *
 * @param forEach what of the object is judged one by one; empty for the object itself
 * @param expression CEL; true where the policy is kept
 * @param message one sentence without a full stop
 * @param messageExpression CEL for a message that names values; where it fails, the message is used
 * @param at the keys below the element that lead to what is wrong; empty for the element itself
 * @param fix a change that does no harm and mends what is wrong; empty if there is none
 */
public record Validation(
    Optional<ElementSet> forEach,
    String expression,
    String message,
    Optional<String> messageExpression,
    List<String> at,
    Optional<PolicyFix> fix) {

  public Validation {
    at = List.copyOf(at);
  }

  /** The place of what is wrong. In a list, a key means the item of that name, if there is one. */
  NodePath below(Manifest manifest, NodePath element) {
    NodePath path = element;
    for (String key : at) {
      path = step(manifest, path, key);
    }
    return path;
  }

  private static NodePath step(Manifest manifest, NodePath path, String key) {
    return manifest.find(path).orElse(null) instanceof YamlSequence list
        ? item(list, path, key).orElse(path.key(key))
        : path.key(key);
  }

  /** Of several of one name, the last counts; its value says more than its name. */
  private static Optional<NodePath> item(YamlSequence list, NodePath path, String name) {
    for (int i = list.items().size() - 1; i >= 0; i--) {
      if (list.items().get(i) instanceof YamlMapping item
          && item.string("name").equals(Optional.of(name))) {
        NodePath found = path.index(i);
        return Optional.of(item.get("value").isPresent() ? found.key("value") : found);
      }
    }
    return Optional.empty();
  }
}
