package dev.strake.policy;

import dev.strake.cel.CelValue;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A value that the user of a policy may choose. Expressions read it as {@code variables.<name>}.
 *
 * @param name a CEL identifier
 * @param description one sentence
 * @param type of the value
 * @param defaultValue as texts: one for a single value, any number for {@link Type#STRINGS}
 */
public record PolicyParameter(
    String name, String description, Type type, List<String> defaultValue) {

  public PolicyParameter {
    defaultValue = List.copyOf(defaultValue);
  }

  PolicyParameter withDefault(List<String> other) {
    return new PolicyParameter(name, description, type, other);
  }

  /** What a parameter can be. */
  public enum Type {
    INTEGER,
    STRING,
    BOOLEAN,
    STRINGS
  }

  /** The default as a CEL literal. */
  String literal() {
    return switch (type) {
      case INTEGER, BOOLEAN -> defaultValue.get(0);
      case STRING -> CelText.quote(defaultValue.get(0));
      case STRINGS ->
          defaultValue.stream().map(CelText::quote).collect(Collectors.joining(", ", "[", "]"));
    };
  }

  CelValue value() {
    return switch (type) {
      case INTEGER -> CelValue.of(Long.parseLong(defaultValue.get(0)));
      case BOOLEAN -> CelValue.of(Boolean.parseBoolean(defaultValue.get(0)));
      case STRING -> CelValue.of(defaultValue.get(0));
      case STRINGS -> CelValue.listOf(defaultValue.stream().map(CelValue::of).toList());
    };
  }
}
