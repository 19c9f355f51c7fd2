package dev.strake.api;

import java.util.List;

/**
 * Restart policies of single containers. Until 1.33 only init containers could have one, and only
 * Always; 1.34 drops what newer servers take.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go">validateContainerRestartPolicy
 *     and validateInitContainerRestartPolicy in validation.go</a>
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/api/pod/util.go">dropContainerRestartRules
 *     in util.go</a>
 */
final class RestartRules {

  private static final String ALWAYS = "Always";
  private static final int MOST_RULES = 20;
  private static final int MOST_EXIT_CODES = 255;

  private RestartRules() {}

  static void check(Cursor container, boolean isInit, ApiContext context) {
    Cursor policy = container.field("restartPolicy");
    Cursor rules = container.field("restartPolicyRules");
    if (context.isSince(35)) {
      Check.oneOf(policy, List.of(ALWAYS, "Never", "OnFailure"));
      checkRules(policy, rules, isInit, context);
    } else if (context.isSince(34)) {
      return;
    } else if (isInit) {
      Check.oneOf(policy, List.of(ALWAYS));
    } else if (policy.isSet()) {
      policy.forbidden("in a container that is no init container before Kubernetes 1.34");
    }
  }

  private static void checkRules(Cursor policy, Cursor rules, boolean isInit, ApiContext context) {
    if (!policy.isSet() && rules.hasElements()) {
      policy.missing("rules for restarts need a policy for what they leave open");
      return;
    }
    boolean restartsAll = context.isSince(36);
    if (isInit && policy.is(ALWAYS) && !restartsAll && rules.hasElements()) {
      rules.forbidden("in an init container with the restartPolicy " + ALWAYS);
    }
    Check.atMost(rules, MOST_RULES);
    for (Cursor rule : rules.items()) {
      Check.requiredOneOf(
          rule.field("action"),
          restartsAll ? List.of("Restart", "RestartAllContainers") : List.of("Restart"));
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
