package dev.strake.spec;

import dev.strake.value.Parsed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A type that a scalar of YAML may be read as. A new value type is one line in one of the lists of
 * {@link #ALL}.
 *
 * @param noun for messages, with its article
 * @param written which YAML scalars it may be written as
 * @param pattern what the published JSON Schema asks for: necessary, not sufficient
 */
record ValueType<T>(
    Class<T> type,
    String noun,
    Written written,
    String pattern,
    Function<String, Parsed<T>> parse) {

  /** Which scalars of YAML. */
  enum Written {
    STRING,
    NUMBER,
    STRING_OR_NUMBER
  }

  static final List<ValueType<?>> ALL =
      Stream.of(NetworkTypes.ALL, NameTypes.ALL, AmountTypes.ALL, SourceTypes.ALL)
          .flatMap(List::stream)
          .toList();

  private static final Map<Class<?>, ValueType<?>> BY_CLASS =
      ALL.stream().collect(Collectors.toMap(ValueType::type, Function.identity()));

  static <T> ValueType<T> string(
      Class<T> type, String noun, String pattern, Function<String, Parsed<T>> parse) {
    return new ValueType<>(type, noun, Written.STRING, pattern, parse);
  }

  static Optional<ValueType<?>> of(Class<?> type) {
    return Optional.ofNullable(BY_CLASS.get(type));
  }

  boolean readsNumbers() {
    return written != Written.STRING;
  }

  boolean readsStrings() {
    return written != Written.NUMBER;
  }
}
