package dev.strake.cel;

import java.util.function.Function;

/** What came of an evaluation. */
public sealed interface CelResult {

  record Bool(boolean value) implements CelResult {}

  record Text(String value) implements CelResult {}

  /** Anything else: a number, a list, a map, null. */
  record Other(CelValue value) implements CelResult {}

  /** It depends on a value that nobody knows here: {@link CelValue#unknown()}. */
  record Unknown() implements CelResult {}

  /**
   * The expression could not be evaluated: a field that is not there, a type that does not fit.
   *
   * @param reason one line, without a full stop
   */
  record Failure(String reason) implements CelResult {}

  default boolean isTrue() {
    return this instanceof Bool bool && bool.value;
  }

  /** The result as a value to bind again, or what to do with a failure. */
  default CelValue valueOr(Function<Failure, CelValue> ifFailed) {
    if (this instanceof Bool bool) {
      return CelValue.ofRaw(bool.value);
    }
    if (this instanceof Text text) {
      return CelValue.of(text.value);
    }
    if (this instanceof Unknown) {
      return CelValue.unknown();
    }
    return this instanceof Other other ? other.value : ifFailed.apply((Failure) this);
  }
}
