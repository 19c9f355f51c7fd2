package dev.strake.policy;

import dev.strake.cel.CheckedExpression;
import java.util.List;
import java.util.Optional;

/**
 * A policy that is ready to judge.
 *
 * @param rules one for each validation of the policy, in order
 */
public record CompiledPolicy(Policy policy, List<Rule> rules) {

  public CompiledPolicy {
    rules = List.copyOf(rules);
  }

  /**
   * The same expressions under another policy's head.
   *
   * @param other the same policy but for its weight and its parameters' values
   */
  public CompiledPolicy with(Policy other) {
    return new CompiledPolicy(other, rules);
  }

  /** A validation with its expressions. */
  public record Rule(
      Validation validation, CheckedExpression condition, Optional<CheckedExpression> message) {}
}
