package dev.strake.api;

import dev.strake.value.LabelKey;
import dev.strake.value.LabelValue;
import dev.strake.value.Parsed;
import java.util.Locale;

/**
 * Labels and annotations.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apimachinery/blob/master/pkg/apis/meta/v1/validation/validation.go">ValidateLabels
 *     in apimachinery</a>
 * @see <a
 *     href="https://github.com/kubernetes/apimachinery/blob/master/pkg/api/validation/objectmeta.go">ValidateAnnotations
 *     in apimachinery</a>
 */
final class Labels {

  private static final int MOST_ANNOTATION_BYTES = 256 * 1024;

  private Labels() {}

  static void check(Cursor labels) {
    for (Cursor label : labels.values()) {
      checkKey(label, label.key(), "a label key");
      checkValue(label);
    }
  }

  static void checkAnnotations(Cursor annotations) {
    long total = 0;
    for (Cursor annotation : annotations.values()) {
      checkKey(annotation, annotation.key().toLowerCase(Locale.ROOT), "an annotation key");
      total += Texts.bytes(annotation.key()) + Texts.bytes(annotation.text());
    }
    if (total > MOST_ANNOTATION_BYTES) {
      annotations.report(
          ApiCode.TOO_LONG,
          "the annotations have %s bytes, and %s are allowed"
              .formatted(total, MOST_ANNOTATION_BYTES));
    }
  }

  private static void checkKey(Cursor pair, String key, String what) {
    if (LabelKey.parse(key) instanceof Parsed.Bad<?> bad) {
      String reason = bad.reason().replaceFirst("^a label key", what);
      pair.reportKey(ApiCode.INVALID_LABEL, Texts.isNot(pair.key(), reason));
    }
  }

  /** A label's value, wherever one is written. */
  static void checkValue(Cursor value) {
    if (value.isText() && LabelValue.parse(value.text()) instanceof Parsed.Bad<?> bad) {
      value.report(ApiCode.INVALID_LABEL, Texts.isNot(value.text(), bad.reason()));
    }
  }

  /** A label's key that is a value, as in selectors and tolerations; it must be there. */
  static void checkKeyText(Cursor key) {
    if (key.isBlank()) {
      key.missing();
    } else if (key.isText() && LabelKey.parse(key.text()) instanceof Parsed.Bad<?> bad) {
      key.report(ApiCode.INVALID_LABEL, Texts.isNot(key.text(), bad.reason()));
    }
  }
}
