package dev.strake.policies;

import dev.strake.cel.CelBindings;
import dev.strake.cel.CelResult;
import dev.strake.cel.CelType;
import dev.strake.cel.CelValue;
import dev.strake.cel.CheckedExpression;
import dev.strake.cel.ExpressionCompiler;
import dev.strake.manifest.Manifest;
import dev.strake.policy.ValidatingAdmissionPolicy;
import dev.strake.policy.ValidatingAdmissionPolicy.Check;
import dev.strake.policy.ValidatingAdmissionPolicy.MatchCondition;
import dev.strake.policy.ValidatingAdmissionPolicy.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Judges objects as the API server does: variables from the top, then every validation. */
final class AdmissionSimulator {

  /** By what expressions can read; few, because policies read the same things. */
  private static final Map<List<String>, ExpressionCompiler> COMPILERS = new ConcurrentHashMap<>();

  private static final Map<Key, CheckedExpression> EXPRESSIONS = new ConcurrentHashMap<>();

  /** An expression, and what it can read. */
  private record Key(List<String> names, String text, CelType type) {
    CheckedExpression compile() {
      return COMPILERS
          .computeIfAbsent(names, ExpressionCompiler::withVariables)
          .compile(text, type)
          .orThrow();
    }
  }

  private final ValidatingAdmissionPolicy policy;
  private final List<String> names = new ArrayList<>(List.of("object"));

  AdmissionSimulator(ValidatingAdmissionPolicy policy) {
    this.policy = policy;
  }

  /**
   * The messages of all violations; none if the object is admitted.
   *
   * @param object as the expressions see it
   */
  List<String> violations(Manifest manifest, CelValue object) {
    return violations(manifest, object, "jane");
  }

  /**
   * The same for a request of somebody.
   *
   * @param user the name of whoever sends it
   */
  List<String> violations(Manifest manifest, CelValue object, String user) {
    if (!matches(manifest) || !isAsked(user)) {
      return List.of();
    }
    CelBindings bindings = name -> name.equals("object") ? object : null;
    names.subList(1, names.size()).clear();
    for (Variable variable : policy.spec().variables()) {
      CelValue value =
          evaluate(variable.expression(), CelType.ANY, bindings)
              .valueOr(failure -> fail(variable.name(), failure));
      names.add("variables." + variable.name());
      bindings = bindings.with("variables." + variable.name(), value);
    }
    CelBindings all = bindings;
    return policy.spec().validations().stream().flatMap(c -> check(c, all).stream()).toList();
  }

  private Optional<String> check(Check check, CelBindings bindings) {
    CelResult verdict = evaluate(check.expression(), CelType.BOOLEAN, bindings);
    if (verdict.isTrue()) {
      return Optional.empty();
    }
    if (verdict instanceof CelResult.Failure failure) {
      return Optional.of("error: " + failure.reason());
    }
    if (check.messageExpression() == null) {
      return Optional.of(check.message());
    }
    CelResult message = evaluate(check.messageExpression(), CelType.TEXT, bindings);
    return Optional.of(
        message instanceof CelResult.Text text ? text.value() : "no message: " + message);
  }

  private boolean isAsked(String user) {
    CelValue request =
        CelValue.mapOf(Map.of("userInfo", CelValue.mapOf(Map.of("username", CelValue.of(user)))));
    List<MatchCondition> conditions = policy.spec().matchConditions();
    return conditions == null
        || conditions.stream()
            .allMatch(
                condition ->
                    EXPRESSIONS
                        .computeIfAbsent(
                            new Key(List.of("request"), condition.expression(), CelType.BOOLEAN),
                            Key::compile)
                        .evaluate(name -> name.equals("request") ? request : null)
                        .isTrue());
  }

  private boolean matches(Manifest manifest) {
    String apiVersion = manifest.ref().apiVersion();
    String group = apiVersion.contains("/") ? apiVersion.split("/", -1)[0] : "";
    String plural = plural(manifest.ref().kind().toLowerCase(java.util.Locale.ROOT));
    return policy.spec().matchConstraints().resourceRules().stream()
        .filter(rule -> rule.apiGroups().contains(group))
        .anyMatch(rule -> rule.resources().contains(plural));
  }

  private static String plural(String kind) {
    if (kind.endsWith("y")) {
      return kind.substring(0, kind.length() - 1) + "ies";
    }
    return kind.endsWith("s") ? kind + "es" : kind + "s";
  }

  private CelResult evaluate(String expression, CelType type, CelBindings bindings) {
    return EXPRESSIONS
        .computeIfAbsent(new Key(List.copyOf(names), expression, type), Key::compile)
        .evaluate(bindings);
  }

  private static CelValue fail(String variable, CelResult.Failure failure) {
    throw new AssertionError(variable + ": " + failure.reason());
  }
}
