package dev.strake.admission;

import dev.strake.cel.CelBindings;
import dev.strake.cel.CelResult;
import dev.strake.cel.CelValue;
import dev.strake.manifest.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One policy on one request with one object of parameters.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/admission/plugin/policy/validating/validator.go">Validate
 *     in validator.go</a>
 */
final class Evaluation {

  private final NativePolicy policy;
  private final Request request;
  private final String version;
  private final CelValue params;
  private final Namespaces namespaces;
  private final Map<String, String> failed = new LinkedHashMap<>();
  private @Nullable CelValue variables;

  Evaluation(
      NativePolicy policy,
      Request request,
      String version,
      CelValue params,
      Namespaces namespaces) {
    this.policy = policy;
    this.request = request;
    this.version = version;
    this.params = params;
    this.namespaces = namespaces;
  }

  /**
   * What is wrong with the request.
   *
   * @param check whose expression says so
   * @param message one line
   * @param failed whether the expression could not be evaluated
   */
  record Violation(NativePolicy.Check check, String message, boolean failed) {}

  /**
   * What came of it.
   *
   * @param open whether it depends on what only a server knows
   */
  record Outcome(List<Violation> violations, boolean open) {
    static final Outcome NOTHING = new Outcome(List.of(), false);
  }

  Manifest manifest() {
    return request.manifest();
  }

  Outcome run() {
    boolean open = false;
    @Nullable String failure = null;
    for (Expression condition : policy.conditions()) {
      CelResult result = condition.evaluate(this::find);
      if (result instanceof CelResult.Bool bool && !bool.value()) {
        return Outcome.NOTHING;
      }
      open |= result instanceof CelResult.Unknown;
      failure = failure == null ? reason(condition, result) : failure;
    }
    if (failure != null) {
      return open ? new Outcome(List.of(), true) : failedCondition(failure);
    }
    Outcome outcome = validate();
    return open ? new Outcome(List.of(), outcome.open || !outcome.violations.isEmpty()) : outcome;
  }

  private Outcome failedCondition(String failure) {
    if (!policy.fails() || policy.checks().isEmpty()) {
      return Outcome.NOTHING;
    }
    String message = "a matchCondition cannot be evaluated: " + failure;
    return new Outcome(List.of(new Violation(policy.checks().get(0), message, true)), false);
  }

  private Outcome validate() {
    List<Violation> violations = new ArrayList<>();
    boolean open = false;
    for (NativePolicy.Check check : policy.checks()) {
      CelResult result = check.expression().evaluate(this::find);
      @Nullable String failure = reason(check.expression(), result);
      if (result instanceof CelResult.Unknown) {
        open = true;
      } else if (failure != null) {
        if (policy.fails()) {
          violations.add(
              new Violation(check, "the expression cannot be evaluated: " + failure, true));
        }
      } else if (!result.isTrue()) {
        violations.add(new Violation(check, message(check), false));
      }
    }
    return new Outcome(violations, open);
  }

  /** Why a result is none; null if it is one, or if nobody knows. */
  private @Nullable String reason(Expression expression, CelResult result) {
    if (result instanceof CelResult.Failure failure) {
      for (Map.Entry<String, String> variable : failed.entrySet()) {
        if (reads(expression, variable.getKey())) {
          return "variables.%s: %s".formatted(variable.getKey(), variable.getValue());
        }
      }
      return failure.reason();
    }
    boolean fits = result instanceof CelResult.Bool || result instanceof CelResult.Unknown;
    return fits ? null : "it gives no boolean";
  }

  private static boolean reads(Expression expression, String variable) {
    return Pattern.compile("\\bvariables\\." + Pattern.quote(variable) + "\\b")
        .matcher(expression.text())
        .find();
  }

  /**
   * The text of the policy's author: what its expression gives, if that is one line that is not
   * blank.
   */
  private String message(NativePolicy.Check check) {
    for (Expression expression : check.messageExpression()) {
      if (expression.evaluate(this::find) instanceof CelResult.Text text) {
        String message = text.value().strip();
        if (!message.isEmpty() && message.lines().count() == 1) {
          return message;
        }
      }
    }
    return check.message().isEmpty()
        ? "failed expression: " + check.expression().text().strip().replaceAll("\\s+", " ")
        : check.message();
  }

  /** The value of what expressions can read. */
  @Nullable CelValue find(String name) {
    return switch (name) {
      case "object" -> request.value(version);
      case "oldObject" -> request.old(version);
      case "request" -> request.request();
      case "params" -> params;
      case "namespaceObject" -> namespaces.value(request.namespace());
      case "authorizer" -> CelValue.unknown();
      case "variables" -> variables();
      default -> null;
    };
  }

  /** In their order: a variable reads those before it. One that fails is not there. */
  private CelValue variables() {
    CelValue known = variables;
    if (known == null) {
      Map<String, CelValue> values = new LinkedHashMap<>();
      for (NativePolicy.Variable variable : policy.variables()) {
        CelBindings before = name -> name.equals("variables") ? CelValue.mapOf(values) : find(name);
        CelResult result = variable.expression().evaluate(before);
        if (result instanceof CelResult.Failure failure) {
          failed.put(variable.name(), failure.reason());
        } else {
          values.put(variable.name(), result.valueOr(impossible -> CelValue.NULL));
        }
      }
      known = CelValue.mapOf(values);
      variables = known;
    }
    return known;
  }
}
