package dev.strake.policy;

import dev.strake.value.Quoted;
import dev.strake.yaml.ScalarType;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code parameters}: a name, a type and a default each. */
final class ParameterReader {

  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

  private ParameterReader() {}

  static List<PolicyParameter> read(PolicyFields spec) {
    List<PolicyParameter> parameters = new ArrayList<>();
    for (PolicyFields fields : spec.sections("parameters")) {
      parameter(fields).ifPresent(parameters::add);
      fields.refuseOthers();
    }
    return parameters;
  }

  private static Optional<PolicyParameter> parameter(PolicyFields fields) {
    String name = fields.text("name");
    String description = fields.text("description");
    String typeName = fields.text("type");
    Optional<YamlNode> value = fields.get("default");
    if (!NAME.matcher(name).matches() || isTaken(name)) {
      fields.invalid(
          "name", Quoted.of(name) + " cannot name a parameter", "write a free name in camelCase");
    }
    Optional<PolicyParameter.Type> type =
        Arrays.stream(PolicyParameter.Type.values())
            .filter(t -> t.name().toLowerCase(Locale.ROOT).equals(typeName))
            .findFirst();
    if (type.isEmpty()) {
      fields.invalid(
          "type",
          Quoted.of(typeName) + " is not a parameter's type",
          "write integer, string, boolean or strings");
      return Optional.empty();
    }
    Optional<List<String>> texts = value.flatMap(node -> texts(type.get(), node));
    if (texts.isEmpty()) {
      fields.invalid("default", "the default is missing or not of its type", "write " + typeName);
    }
    return texts.map(t -> new PolicyParameter(name, description, type.get(), t));
  }

  private static boolean isTaken(String name) {
    return PolicyVariables.OWN.contains(PolicyVariables.PREFIX + name)
        || name.equals(AdmissionLeave.NAME)
        || PolicyVariables.IS_PATCH.equals(PolicyVariables.PREFIX + name)
        || PolicyVariables.FLAGS.containsKey(PolicyVariables.PREFIX + name)
        || ElementSet.find(name).isPresent();
  }

  /** A value as its texts; empty if it is not of the type. */
  static Optional<List<String>> texts(PolicyParameter.Type type, YamlNode node) {
    return switch (type) {
      case INTEGER -> single(node, ScalarType.INTEGER);
      case BOOLEAN -> single(node, ScalarType.BOOLEAN);
      case STRING -> single(node, ScalarType.STRING);
      case STRINGS -> strings(node);
    };
  }

  private static Optional<List<String>> single(YamlNode node, ScalarType type) {
    return node instanceof YamlScalar scalar && scalar.type() == type
        ? Optional.of(List.of(scalar.value()))
        : Optional.empty();
  }

  private static Optional<List<String>> strings(YamlNode node) {
    if (!(node instanceof YamlSequence list)) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (YamlNode item : list.items()) {
      Optional<List<String>> text = single(item, ScalarType.STRING);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      texts.addAll(text.get());
    }
    return Optional.of(texts);
  }
}
