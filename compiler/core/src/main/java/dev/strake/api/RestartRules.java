package dev.strake.api;

import java.util.List;

/**
 * Restart policies of single containers. Until 1.34 only init containers could have one, and only
 * Always.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validateContainerRestartPolicy
 *     and validateInitContainerRestartPolicy in validation.go</a>
 */
final class RestartRules {

  private static final int MOST_RULES = 20;
  private static final int MOST_EXIT_CODES = 255;

  private RestartRules() {}

  static void check(Cursor container, boolean isInit, ApiContext context) {
    Cursor policy = container.field("restartPolicy");
    if (context.isSince(35)) {
      Check.oneOf(policy, List.of("Always", "Never", "OnFailure"));
      checkRules(policy, container.field("restartPolicyRules"));
    } else if (isInit) {
      Check.oneOf(policy, List.of("Always"));
    } else if (policy.isSet()) {
      policy.forbidden("in a container that is no init container before Kubernetes 1.35");
    }
  }

  private static void checkRules(Cursor policy, Cursor rules) {
    if (!policy.isSet() && rules.hasElements()) {
      policy.missing("rules for restarts need a policy for what they leave open");
      return;
    }
    Check.atMost(rules, MOST_RULES);
    for (Cursor rule : rules.items()) {
      Check.required(rule, "action");
      Cursor exitCodes = rule.field("exitCodes");
      if (!exitCodes.isSet()) {
        exitCodes.missing();
      } else {
        Check.requiredOneOf(exitCodes.field("operator"), List.of("In", "NotIn"));
        Check.atMost(exitCodes.field("values"), MOST_EXIT_CODES);
      }
    }
  }
}
