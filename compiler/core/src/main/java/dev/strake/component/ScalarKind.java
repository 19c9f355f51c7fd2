package dev.strake.component;

import dev.strake.value.GoDuration;
import dev.strake.value.Parsed;
import dev.strake.value.Quantity;
import dev.strake.yaml.ScalarType;
import dev.strake.yaml.YamlScalar;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The single values of configuration types, by what decoding them refuses. */
enum ScalarKind {
  STRING("a string"),
  BOOL("true or false"),
  INT("a whole number"),
  INT32("a whole number"),
  INT64("a whole number"),
  UINT32("a whole number that is not negative"),
  FLOAT64("a number"),
  /** {@code *metav1.Duration}: null means unset. */
  DURATION_OR_NULL("a duration such as 5m"),
  /** {@code metav1.Duration}: null is decoded as the empty text, and refused. */
  DURATION("a duration such as 5m"),
  /** {@code TimeOrMetaDuration} of the logging options: nanoseconds or a duration. */
  NANOSECONDS("a duration such as 5s"),
  TIME("a time such as 2030-01-02T15:04:05Z"),
  QUANTITY("a quantity such as 512Mi"),
  BOOTSTRAP_TOKEN("a bootstrap token");

  private static final Map<String, ScalarKind> BY_NAME =
      Map.ofEntries(
          Map.entry("string", STRING),
          Map.entry("bool", BOOL),
          Map.entry("int", INT),
          Map.entry("int32", INT32),
          Map.entry("int64", INT64),
          Map.entry("uint32", UINT32),
          Map.entry("float64", FLOAT64),
          Map.entry("*duration", DURATION_OR_NULL),
          Map.entry("duration", DURATION),
          Map.entry("nanoseconds", NANOSECONDS),
          Map.entry("time", TIME),
          Map.entry("quantity", QUANTITY),
          Map.entry("bootstraptoken", BOOTSTRAP_TOKEN));

  private static final Pattern TIMESTAMP =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

  private final String words;

  ScalarKind(String words) {
    this.words = words;
  }

  /** What to write, with its article. */
  String words() {
    return words;
  }

  static Optional<ScalarKind> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** What is wrong with a value; empty if it can be decoded. */
  Optional<Problem> problem(YamlScalar value) {
    if (value.isNull()) {
      return this == DURATION
          ? Optional.of(new Problem("is null, and must be " + words, "leave the field out"))
          : Optional.empty();
    }
    return switch (this) {
      case STRING -> expect(value, ScalarType.STRING);
      case BOOL -> expect(value, ScalarType.BOOLEAN);
      case INT, INT64 -> expect(value, ScalarType.INTEGER);
      case INT32 -> integer(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case UINT32 -> integer(value, 0, 0xffff_ffffL);
      case FLOAT64 -> isNumber(value) ? Optional.empty() : Optional.of(mismatch(value));
      case DURATION, DURATION_OR_NULL -> parsed(value, GoDuration.parse(value.text()));
      case NANOSECONDS ->
          value.type() == ScalarType.INTEGER
              ? Optional.empty()
              : parsed(value, GoDuration.parse(value.text()));
      case TIME -> time(value);
      case QUANTITY ->
          isNumber(value) ? Optional.empty() : parsed(value, Quantity.parse(value.text()));
      case BOOTSTRAP_TOKEN -> token(value);
    };
  }

  private Optional<Problem> expect(YamlScalar value, ScalarType type) {
    return value.type() == type ? Optional.empty() : Optional.of(mismatch(value));
  }

  private Problem mismatch(YamlScalar value) {
    String advice =
        this == STRING ? "put the value in quotes" : "write it without quotes, as " + words;
    return new Problem("must be %s, and it is %s".formatted(words, value.description()), advice);
  }

  private Optional<Problem> integer(YamlScalar value, long least, long most) {
    if (value.type() != ScalarType.INTEGER) {
      return Optional.of(mismatch(value));
    }
    long number = value.longValue();
    return least <= number && number <= most
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "is " + number + ", which does not fit into the field",
                "write a number from %s to %s".formatted(least, most)));
  }

  private static boolean isNumber(YamlScalar value) {
    return value.type() == ScalarType.INTEGER || value.type() == ScalarType.FLOAT;
  }

  private <T> Optional<Problem> parsed(YamlScalar value, Parsed<T> parsed) {
    if (!value.isString()) {
      return Optional.of(
          new Problem("must be %s, and it is %s".formatted(words, value.description()), null));
    }
    return parsed.match(
        ok -> Optional.empty(),
        bad -> Optional.of(new Problem("is not " + bad.reason(), bad.help())));
  }

  /** RFC 3339, which Go reads with a zone and without a space. */
  private Optional<Problem> time(YamlScalar value) {
    if (!value.isString()) {
      return Optional.of(mismatch(value));
    }
    if (!TIMESTAMP.matcher(value.text()).matches()) {
      return Optional.of(new Problem("is not " + words, null));
    }
    try {
      OffsetDateTime.parse(value.text());
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of(new Problem("is not " + words, null));
    }
  }

  /**
   * BootstrapTokenString.UnmarshalJSON in cmd/kubeadm/app/apis/bootstraptoken/v1/utils.go. The
   * empty text asks kubeadm to make one up.
   */
  private static Optional<Problem> token(YamlScalar value) {
    boolean fine =
        value.isString() && (value.text().isEmpty() || BootstrapTokens.isToken(value.text()));
    return fine ? Optional.empty() : Optional.of(BootstrapTokens.notAToken());
  }
}
