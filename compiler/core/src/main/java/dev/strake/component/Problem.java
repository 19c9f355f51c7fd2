package dev.strake.component;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a value.
 *
 * @param predicate completes the sentence that begins with the field's name: {@code "must be ..."}
 * @param help what to write instead; null if the predicate says it
 */
public record Problem(String predicate, @Nullable String help) {

  static Problem of(String predicate) {
    return new Problem(predicate, null);
  }
}
