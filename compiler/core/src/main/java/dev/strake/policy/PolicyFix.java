package dev.strake.policy;

import dev.strake.yaml.NewScalar;
import java.util.List;
import java.util.Optional;

/**
 * A change to what a validation judges that mends it and cannot surprise anybody: what runs today
 * runs the same way afterwards.
 *
 * @param title what it does, as an imperative
 * @param keys below the element; none for the element itself
 * @param value what is written, if it is always the same
 * @param valueExpression CEL for the text that is written, if it depends on the object
 * @param when CEL for where the change does no harm; empty if it never does
 */
public record PolicyFix(
    String title,
    Action action,
    List<String> keys,
    Optional<NewScalar> value,
    Optional<String> valueExpression,
    Optional<String> when) {

  /** What is done at the place. */
  public enum Action {
    SET,
    REMOVE
  }

  public PolicyFix {
    keys = List.copyOf(keys);
  }
}
