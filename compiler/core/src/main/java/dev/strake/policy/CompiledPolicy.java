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

  /**
   * A validation with its expressions.
   *
   * @param message empty if it is always the same
   * @param fix empty if the validation has none
   */
  public record Rule(
      Validation validation,
      CheckedExpression condition,
      Optional<CheckedExpression> message,
      Optional<Fix> fix) {

    /** The same with another condition. */
    public Rule withCondition(CheckedExpression other) {
      return new Rule(validation, other, message, fix);
    }
  }

  /**
   * The expressions of a {@link PolicyFix}.
   *
   * @param when empty if it always applies
   * @param value empty if it needs no computing
   */
  public record Fix(Optional<CheckedExpression> when, Optional<CheckedExpression> value) {}
}
