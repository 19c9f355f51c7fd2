package dev.strake.api;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a job takes the failure of a pod.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/batch/validation/validation.go">validatePodFailurePolicy
 *     in validation.go</a>
 */
final class PodFailurePolicy {

  private static final int MOST_RULES = 20;
  private static final int MOST_CONDITIONS = 20;
  private static final int MOST_EXIT_CODES = 255;
  private static final List<String> ACTIONS = List.of("Count", "FailIndex", "FailJob", "Ignore");

  private PodFailurePolicy() {}

  static void check(Cursor jobSpec) {
    Cursor rules = jobSpec.field("podFailurePolicy", "rules");
    Check.atMost(rules, MOST_RULES);
    for (Cursor rule : rules.items()) {
      checkRule(rule, jobSpec);
    }
  }

  private static void checkRule(Cursor rule, Cursor jobSpec) {
    Cursor action = rule.field("action");
    Check.requiredOneOf(action, ACTIONS);
    if (action.is("FailIndex") && !jobSpec.field("backoffLimitPerIndex").isSet()) {
      action.invalid("must not be FailIndex without a backoffLimitPerIndex");
    }
    Cursor exitCodes = rule.field("onExitCodes");
    Cursor conditions = rule.field("onPodConditions");
    if (exitCodes.isMapping()) {
      checkExitCodes(exitCodes, containerNames(jobSpec));
    }
    checkConditions(conditions);
    if (exitCodes.isSet() && conditions.hasElements()) {
      conditions.forbidden("beside onExitCodes");
    } else if (!exitCodes.isSet() && conditions.isEmpty()) {
      rule.report(
          ApiCode.MISSING_FIELD, rule.path() + " needs one of onExitCodes, onPodConditions");
    }
  }

  private static void checkConditions(Cursor conditions) {
    Check.atMost(conditions, MOST_CONDITIONS);
    for (Cursor condition : conditions.items()) {
      Check.requiredShape(condition.field("type"), Texts::qualifiedProblem);
      Check.oneOfOrEmpty(condition.field("status"), List.of("True", "False", "Unknown"));
    }
  }

  private static void checkExitCodes(Cursor exitCodes, Set<String> containers) {
    Cursor operator = exitCodes.field("operator");
    Check.requiredOneOf(operator, List.of("In", "NotIn"));
    Cursor container = exitCodes.field("containerName");
    if (container.isText() && !containers.contains(container.text())) {
      container.invalid(ApiCode.UNRESOLVED_REFERENCE, "must be a container of the template");
    }
    Cursor values = exitCodes.field("values");
    if (values.isEmpty()) {
      values.missing();
    }
    Check.atMost(values, MOST_EXIT_CODES);
    Seen seen = new Seen();
    long previous = Long.MIN_VALUE;
    for (Cursor value : values.items()) {
      OptionalLong code = value.integer();
      if (code.isPresent()) {
        seen.add(value, Long.toString(code.getAsLong()), "the exit code " + code.getAsLong());
        if (operator.is("In") && code.getAsLong() == 0) {
          value.invalid("must not be 0 with the operator In");
        }
        if (code.getAsLong() < previous) {
          value.invalid("must not be less than the one before");
        }
        previous = code.getAsLong();
      }
    }
  }

  private static Set<String> containerNames(Cursor jobSpec) {
    Cursor pod = jobSpec.field("template", "spec");
    Set<String> names = new HashSet<>();
    Stream.of("containers", "initContainers")
        .flatMap(list -> pod.field(list).items().stream())
        .forEach(container -> names.add(container.field("name").text()));
    return names;
  }
}
