package dev.strake.value;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What became of a text: a value, or the reason why it is none. */
public sealed interface Parsed<T> {

  /** The text is a value. */
  record Ok<T>(T value) implements Parsed<T> {}

  /**
   * The text is none.
   *
   * @param reason completes the sentence "x is not ...": {@code "a port: ports end at 65535"}
   * @param help what to write instead; null if the reason says it
   */
  record Bad<T>(String reason, @Nullable String help) implements Parsed<T> {}

  static <T> Parsed<T> ok(T value) {
    return new Ok<>(value);
  }

  static <T> Parsed<T> bad(String reason) {
    return new Bad<>(reason, null);
  }

  static <T> Parsed<T> bad(String reason, String help) {
    return new Bad<>(reason, help);
  }

  /** The value that a text of the program's own must have. */
  default T orThrow() {
    return match(
        value -> value,
        bad -> {
          throw new IllegalArgumentException(bad.reason());
        });
  }

  default <R> R match(Function<T, R> ifOk, Function<Bad<T>, R> ifBad) {
    return this instanceof Ok<T> ok ? ifOk.apply(ok.value) : ifBad.apply((Bad<T>) this);
  }
}
