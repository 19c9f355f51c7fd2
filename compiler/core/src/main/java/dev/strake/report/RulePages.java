package dev.strake.report;

import java.util.Optional;

/** Where reports look up what a code means. */
@FunctionalInterface
public interface RulePages {

  /**
   * The page of a code.
   *
   * @param code as findings name it, or as a user wrote it; empty if nothing is known of it
   */
  Optional<RulePage> page(String code);
}
