package dev.strake.schema;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected values follow Go's parsers: apimachinery's quantity.go and time.go, encoding/base64. */
class ValueSyntaxTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0", "1", "+1", "-1", "1.5", ".5", "5.", "500m", "64Gi", "1e3", "1E3", "1e-3", "2E", "1Ei",
        " 1 ", "m", "."
      })
  void quantities(String text) {
    assertTrue(QuantitySyntax.accepts(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "1 Gi", "1gb", "1K", "1mi", "1e", "1e+", "1.5.", "--1", "x", "1Gi1"})
  void noQuantities(String text) {
    assertFalse(QuantitySyntax.accepts(text), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "YQ==", "YWI=", "YWJj", "YW\nJj", "+/+/"})
  void base64(String text) {
    assertTrue(Base64Syntax.accepts(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "YQ", "YQ=", "YWI", "YW Jj", "YWJj=", "====", "-_-_", "Y=Q=", "Y==="})
  void noBase64(String text) {
    assertFalse(Base64Syntax.accepts(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-31T12:00:00Z",
        "2024-02-29T00:00:00+01:00",
        "2026-01-31T12:00:00.123456789Z",
        "2026-01-31T7:00:00Z"
      })
  void times(String text) {
    assertTrue(TimeSyntax.accepts(text, false), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-01-31",
        "2026-01-31 12:00:00Z",
        "2026-02-29T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-01-31T24:00:00Z",
        "2026-01-31T12:00:00",
        "2026-00-01T00:00:00Z"
      })
  void noTimes(String text) {
    assertFalse(TimeSyntax.accepts(text, false), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-31T12:00:00Z",
        "2026-01-31T12:00:00.123Z",
        "2026-01-31T12:00:00.1234567Z"
      })
  void microTimesHaveSixDigits(String text) {
    assertFalse(TimeSyntax.accepts(text, true), text);
    assertTrue(TimeSyntax.accepts("2026-01-31T12:00:00.123456Z", true));
  }
}
