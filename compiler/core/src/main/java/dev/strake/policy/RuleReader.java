package dev.strake.policy;

import dev.strake.cel.CelProblem;
import dev.strake.cel.CelType;
import dev.strake.cel.CheckedExpression;
import dev.strake.cel.ExpressionCompiler;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.value.Quoted;
import dev.strake.yaml.ScalarPlaces;
import dev.strake.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code validations} and compiles their expressions. */
final class RuleReader {

  static final Code EXPRESSION = Code.error("policy/expression");

  /** A key; one with other characters stands in brackets. */
  private static final Pattern KEY =
      Pattern.compile("\\.?(?<plain>[A-Za-z0-9_-]+)|\\['(?<quoted>[^']+)'\\]");

  private static final Pattern PATH = Pattern.compile("(?!\\.)(?:" + KEY.pattern() + ")+");

  private final Map<List<String>, ExpressionCompiler> compilers = new HashMap<>();

  List<CompiledPolicy.Rule> read(
      PolicyFields spec,
      PolicyScope scope,
      List<ObjectKind> kinds,
      List<PolicyParameter> parameters) {
    Optional<ElementSet> ofAll = ForEachReader.read(spec, kinds);
    List<CompiledPolicy.Rule> rules = new ArrayList<>();
    for (PolicyFields fields : spec.sections("validations")) {
      Optional<ElementSet> forEach = ForEachReader.read(fields, kinds).or(() -> ofAll);
      rule(fields, forEach, compiler(scope, kinds, parameters, forEach)).ifPresent(rules::add);
      fields.refuseOthers();
    }
    if (spec.items("validations").isEmpty()) {
      spec.invalid("validations", "the policy validates nothing", "list at least one validation");
    }
    return rules;
  }

  private ExpressionCompiler compiler(
      PolicyScope scope,
      List<ObjectKind> kinds,
      List<PolicyParameter> parameters,
      Optional<ElementSet> forEach) {
    boolean readsPods = kinds.stream().allMatch(PodTemplates::has);
    return compilers.computeIfAbsent(
        PolicyVariables.names(scope, readsPods, parameters, forEach),
        ExpressionCompiler::withVariables);
  }

  private static Optional<CompiledPolicy.Rule> rule(
      PolicyFields fields, Optional<ElementSet> forEach, ExpressionCompiler compiler) {
    String text = fields.text("expression");
    String message = fields.text("message");
    Optional<String> messageText = fields.optionalText("messageExpression");
    Optional<FixReader.Read> fix = FixReader.read(fields, forEach.isPresent(), compiler);
    Validation validation =
        new Validation(
            forEach, text, message, messageText, at(fields), fix.map(FixReader.Read::fix));
    Optional<CheckedExpression> condition =
        compile(fields, "expression", CelType.BOOLEAN, compiler);
    Optional<CheckedExpression> messageExpression =
        compile(fields, "messageExpression", CelType.TEXT, compiler);
    return condition.map(
        c ->
            new CompiledPolicy.Rule(
                validation, c, messageExpression, fix.map(FixReader.Read::expressions)));
  }

  private static List<String> at(PolicyFields fields) {
    return keys(fields, "at");
  }

  /** A path in a field; none if the field is absent. */
  static List<String> keys(PolicyFields fields, String field) {
    Optional<String> path = fields.optionalText(field);
    if (path.isPresent() && !PATH.matcher(path.get()).matches()) {
      fields.invalid(
          field,
          Quoted.of(path.get()) + " is not a path",
          "write keys with dots between them: a.b.c, or a.b['c.d/e']");
    }
    return path.map(RuleReader::keys).orElse(List.of());
  }

  private static List<String> keys(String path) {
    return KEY.matcher(path)
        .results()
        .map(key -> key.group(1) == null ? key.group(2) : key.group(1))
        .toList();
  }

  static Optional<CheckedExpression> compile(
      PolicyFields fields, String name, CelType wanted, ExpressionCompiler compiler) {
    Optional<YamlScalar> scalar = fields.scalar(name);
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    return compiler
        .compile(scalar.get().text(), wanted)
        .match(
            Optional::of,
            problems -> {
              problems.forEach(problem -> report(fields, name, scalar.get(), problem));
              return Optional.empty();
            });
  }

  private static void report(
      PolicyFields fields, String name, YamlScalar scalar, CelProblem problem) {
    fields
        .sink()
        .report(
            Diagnostic.of(
                    EXPRESSION,
                    ScalarPlaces.find(scalar, problem.start(), problem.end()),
                    problem.message())
                .withPath(fields.path(name).pointer()));
  }
}
