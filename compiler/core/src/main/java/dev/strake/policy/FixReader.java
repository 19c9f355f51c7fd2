package dev.strake.policy;

import dev.strake.cel.CelType;
import dev.strake.cel.CheckedExpression;
import dev.strake.cel.ExpressionCompiler;
import dev.strake.policy.PolicyFix.Action;
import dev.strake.yaml.NewScalar;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** Reads the {@code fix} of a validation and compiles its expressions. */
final class FixReader {

  /** The path of the element itself. */
  private static final String SELF = ".";

  private FixReader() {}

  record Read(PolicyFix fix, CompiledPolicy.Fix expressions) {}

  /**
   * @param ofParts whether the validation judges parts of the object, one of which can be removed
   */
  static Optional<Read> read(
      PolicyFields validation, boolean ofParts, ExpressionCompiler compiler) {
    if (validation.get("fix").isEmpty()) {
      return Optional.empty();
    }
    return validation.section("fix").map(fields -> read(ofParts, fields, compiler));
  }

  private static Read read(boolean ofParts, PolicyFields fields, ExpressionCompiler compiler) {
    String title = fields.text("title");
    Optional<String> set = fields.optionalText("set");
    Optional<String> remove = fields.optionalText("remove");
    if (set.isPresent() == remove.isPresent()) {
      fields.invalid(
          "set", "a fix does one thing", "write either set with the path, or remove with it");
    }
    Action action = set.isPresent() ? Action.SET : Action.REMOVE;
    List<String> keys = keys(fields, action, ofParts);
    Optional<NewScalar> value = value(fields);
    Optional<String> valueText = fields.optionalText("valueExpression");
    Optional<String> whenText = fields.optionalText("when");
    checkValues(fields, action, value.isPresent(), valueText.isPresent());
    Optional<CheckedExpression> when =
        RuleReader.compile(fields, "when", CelType.BOOLEAN, compiler);
    Optional<CheckedExpression> computed =
        RuleReader.compile(fields, "valueExpression", CelType.TEXT, compiler);
    fields.refuseOthers();
    return new Read(
        new PolicyFix(title, action, keys, value, valueText, whenText),
        new CompiledPolicy.Fix(when, computed));
  }

  private static List<String> keys(PolicyFields fields, Action action, boolean ofParts) {
    boolean self = fields.optionalText("remove").filter(SELF::equals).isPresent();
    if (self && !ofParts) {
      fields.invalid(
          "remove", "the object itself is not removed", "write the path of a field, or a forEach");
    }
    return self ? List.of() : RuleReader.keys(fields, action == Action.SET ? "set" : "remove");
  }

  /** A string, a number or a boolean. */
  private static Optional<NewScalar> value(PolicyFields fields) {
    Optional<YamlNode> node = fields.get("value");
    Optional<NewScalar> value =
        node.filter(YamlScalar.class::isInstance)
            .map(YamlScalar.class::cast)
            .filter(scalar -> !scalar.isNull())
            .map(NewScalar::of);
    if (node.isPresent() && value.isEmpty()) {
      fields.invalid(
          "value", "a fix writes a single value", "write a string, a number, true or false");
    }
    return value;
  }

  private static void checkValues(
      PolicyFields fields, Action action, boolean value, boolean computed) {
    if (action == Action.SET && value == computed) {
      fields.invalid(
          "value", "the fix does not say one thing to write", "write value or valueExpression");
    } else if (action == Action.REMOVE && (value || computed)) {
      fields.invalid("remove", "what is removed has no new value", "leave out one of both");
    }
  }
}
