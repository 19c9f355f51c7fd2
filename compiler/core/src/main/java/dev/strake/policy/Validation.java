package dev.strake.policy;

import dev.strake.yaml.NodePath;
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

  NodePath below(NodePath element) {
    NodePath path = element;
    for (String key : at) {
      path = path.key(key);
    }
    return path;
  }
}
