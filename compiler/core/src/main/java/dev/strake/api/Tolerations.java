package dev.strake.api;

import java.util.List;

/**
 * Taints that a pod does not mind.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">ValidateTolerations
 *     in validation.go</a>
 */
final class Tolerations {

  private static final String EXISTS = "Exists";
  private static final List<String> OPERATORS = List.of("Equal", EXISTS);
  private static final List<String> EFFECTS =
      List.of("NoSchedule", "PreferNoSchedule", "NoExecute");

  private Tolerations() {}

  static void check(Cursor tolerations) {
    tolerations.items().forEach(Tolerations::checkOne);
  }

  private static void checkOne(Cursor toleration) {
    Cursor key = toleration.field("key");
    Cursor operator = toleration.field("operator");
    Cursor value = toleration.field("value");
    Cursor effect = toleration.field("effect");
    Check.oneOfOrEmpty(operator, OPERATORS);
    Check.oneOfOrEmpty(effect, EFFECTS);
    if (!key.isBlank()) {
      Labels.checkKeyText(key);
    } else if (operator.isBlank() || operator.is("Equal")) {
      toleration.report(
          ApiCode.INVALID_VALUE,
          operator.path() + " must be Exists without a key",
          "write operator: Exists to tolerate every taint, or name a key");
    }
    if (operator.is(EXISTS) && !value.isBlank()) {
      value.forbidden("with the operator " + EXISTS);
    } else if (operator.isBlank() || operator.is("Equal")) {
      Labels.checkValue(value);
    }
    boolean seconds = toleration.field("tolerationSeconds").isSet();
    if (seconds && !effect.is("NoExecute") && (effect.isBlank() || effect.isText())) {
      toleration.field("tolerationSeconds").forbidden("unless the effect is NoExecute");
    }
  }
}
