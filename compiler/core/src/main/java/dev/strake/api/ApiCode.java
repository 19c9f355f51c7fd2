package dev.strake.api;

import dev.strake.diagnostic.Code;

/** The kinds of mistakes for which the API server refuses an object. */
final class ApiCode {

  static final Code INVALID_NAME = Code.error("api/invalid-name");
  static final Code INVALID_LABEL = Code.error("api/invalid-label");
  static final Code INVALID_SELECTOR = Code.error("api/invalid-selector");
  static final Code SELECTOR_MISMATCH = Code.error("api/selector-mismatch");
  static final Code MISSING_FIELD = Code.error("api/missing-field");
  static final Code INVALID_VALUE = Code.error("api/invalid-value");
  static final Code UNSUPPORTED_VALUE = Code.error("api/unsupported-value");
  static final Code OUT_OF_RANGE = Code.error("api/out-of-range");
  static final Code DUPLICATE = Code.error("api/duplicate");
  static final Code FORBIDDEN_FIELD = Code.error("api/forbidden-field");
  static final Code UNRESOLVED_REFERENCE = Code.error("api/unresolved-reference");
  static final Code EXPRESSION = Code.error("api/expression");
  static final Code TOO_LONG = Code.error("api/too-long");

  private ApiCode() {}
}
