package dev.strake.cel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of an expression's variables, asked for when they are needed. */
@FunctionalInterface
public interface CelBindings {

  /**
   * The value of a variable.
   *
   * @param name as it was declared: {@code object}, {@code variables.podSpec}
   * @return null if there is no such variable
   */
  @Nullable CelValue find(String name);

  /** These bindings with one more variable, which hides another of the same name. */
  default CelBindings with(String name, CelValue value) {
    return asked -> asked.equals(name) ? value : find(asked);
  }

  static CelBindings of(Map<String, CelValue> values) {
    return Map.copyOf(values)::get;
  }
}
