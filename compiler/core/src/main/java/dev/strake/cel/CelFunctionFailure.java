package dev.strake.cel;

/** A library function's way to say that its arguments do not fit; becomes a failure as a value. */
final class CelFunctionFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  CelFunctionFailure(String message) {
    super(message);
  }
}
