package dev.strake.api;

/**
 * The seam to CEL: how expressions in objects are judged. That one stands is checked here; whether
 * it compiles is up to who knows the language.
 */
@FunctionalInterface
interface Expressions {

  /** For those who cannot compile: all that is asked is that an expression stands. */
  Expressions PRESENT = Expressions::present;

  /** What an expression has to be. */
  enum Result {
    BOOLEAN,
    STRING,
    STRING_OR_NULL,
    ANY
  }

  /**
   * How an expression is used.
   *
   * @param hasParams whether it may speak of a policy's parameters
   */
  record Use(Result result, boolean hasParams) {}

  /** Reports an expression that is absent or broken. */
  void check(Cursor expression, Use use);

  private static void present(Cursor expression, Use use) {
    if (!expression.isSet() || (expression.isText() && expression.text().isBlank())) {
      expression.missing();
    }
  }
}
