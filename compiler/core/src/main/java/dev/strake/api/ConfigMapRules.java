package dev.strake.api;

import java.util.List;

/**
 * Config maps.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidateConfigMap
 *     in validation.go</a>
 */
final class ConfigMapRules implements ObjectRules {

  private static final long MOST_BYTES = 1024 * 1024;

  @Override
  public void check(Cursor object, ApiContext context) {
    Cursor data = object.field("data");
    Cursor binary = object.field("binaryData");
    Seen keys = new Seen();
    long total = 0;
    for (Cursor value : data.values()) {
      checkKey(value);
      keys.remember(value, value.key());
      total += Texts.bytes(value.text());
    }
    for (Cursor value : binary.values()) {
      checkKey(value);
      if (keys.has(value.key())) {
        value.reportKey(ApiCode.DUPLICATE, "the key " + value.key() + " is in data, too");
      }
      Base64Text.check(value);
      total += Base64Text.length(value.text());
    }
    checkTotal(object, total);
  }

  static void checkKey(Cursor value) {
    String problem = Texts.configKeyProblem(value.key());
    if (problem != null) {
      value.reportKey(ApiCode.INVALID_NAME, Texts.isNot(value.key(), problem));
    }
  }

  /** Reports at the first of the parts that hold the values. */
  static void checkTotal(Cursor object, long total) {
    if (total <= MOST_BYTES) {
      return;
    }
    for (String part : List.of("data", "binaryData", "stringData")) {
      if (object.field(part).hasElements()) {
        object
            .field(part)
            .report(
                ApiCode.TOO_LONG,
                "the values have %s bytes, and %s are allowed".formatted(total, MOST_BYTES));
        return;
      }
    }
  }
}
