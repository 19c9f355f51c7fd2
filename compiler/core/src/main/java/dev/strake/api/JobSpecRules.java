package dev.strake.api;

import java.util.List;

/**
 * The spec of a job, of its own or in a CronJob.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/batch/validation/validation.go">validateJobSpec
 *     in validation.go</a>
 */
final class JobSpecRules {

  private static final String INDEXED = "Indexed";
  private static final long MOST_PARALLEL = 100_000;
  private static final long MANY_COMPLETIONS = 100_000;
  private static final long MOST_FAILED = 100_000;
  private static final long MOST_OF_MANY = 10_000;
  private static final int LONGEST_MANAGER = 63;
  private static final long UNLIMITED = Long.MAX_VALUE;

  private JobSpecRules() {}

  /**
   * @param isJob whether the server fills in defaults, which it does not in a CronJob
   */
  static void check(Cursor spec, boolean isJob, ApiContext context) {
    Check.notNegative(
        spec,
        "parallelism",
        "completions",
        "activeDeadlineSeconds",
        "backoffLimit",
        "ttlSecondsAfterFinished",
        "backoffLimitPerIndex",
        "maxFailedIndexes");
    if (context.isSince(32)) {
      checkManager(spec.field("managedBy"));
    }
    Check.oneOf(spec.field("completionMode"), List.of("NonIndexed", INDEXED));
    if (spec.field("completionMode").is(INDEXED)) {
      checkIndexed(spec, isJob, context);
    } else if (!spec.field("completionMode").isSet()
        || spec.field("completionMode").is("NonIndexed")) {
      Check.forbidden(
          spec,
          "unless the completionMode is " + INDEXED,
          context.isSince(31)
              ? List.of("backoffLimitPerIndex", "maxFailedIndexes", "successPolicy")
              : List.of("backoffLimitPerIndex", "maxFailedIndexes"));
    }
    if (spec.field("maxFailedIndexes").isSet() && !spec.field("backoffLimitPerIndex").isSet()) {
      spec.field("backoffLimitPerIndex").missing("maxFailedIndexes needs one");
    }
    PodFailurePolicy.check(spec);
    checkReplacement(spec);
    PodTemplates.check(spec.field("template"), context);
    checkRestart(spec);
  }

  /** The number of completions that the server fills in for a job; 0 if it fills in none. */
  static long defaultCompletions(Cursor spec) {
    return spec.field("parallelism").isSet() ? 0 : 1;
  }

  private static void checkManager(Cursor manager) {
    if (manager.isSet()) {
      Check.shapeEvenEmpty(manager, Texts::prefixedPathProblem);
      if (Texts.bytes(manager.text()) > LONGEST_MANAGER) {
        manager.invalid(ApiCode.TOO_LONG, "must have at most 63 characters");
      }
    }
  }

  private static void checkIndexed(Cursor spec, boolean isJob, ApiContext context) {
    Cursor completions = spec.field("completions");
    Cursor failed = spec.field("maxFailedIndexes");
    long byDefault = isJob ? defaultCompletions(spec) : 0;
    if (!completions.isSet() && byDefault == 0) {
      completions.missing("the completionMode " + INDEXED + " needs it");
    }
    long count = completions.integerOr(byDefault == 0 ? UNLIMITED : byDefault);
    atMost(spec.field("parallelism"), MOST_PARALLEL);
    atMost(failed, Math.min(count, MOST_FAILED));
    boolean many = completions.integerOr(0) > MANY_COMPLETIONS;
    if (many && spec.field("backoffLimitPerIndex").isSet()) {
      if (!failed.isSet()) {
        failed.missing("more than 100000 completions need it");
      }
      atMost(spec.field("parallelism"), MOST_OF_MANY);
      atMost(failed, MOST_OF_MANY);
    }
    if (spec.field("successPolicy").isMapping() && context.isSince(31)) {
      SuccessPolicy.check(spec.field("successPolicy"), count);
    }
  }

  private static void atMost(Cursor number, long most) {
    if (number.integerOr(0) > most) {
      number.invalid(ApiCode.OUT_OF_RANGE, "must be at most " + most);
    }
  }

  /** validatePodReplacementPolicy. */
  private static void checkReplacement(Cursor spec) {
    Check.oneOf(
        spec.field("podReplacementPolicy"),
        spec.field("podFailurePolicy").isSet()
            ? List.of("Failed")
            : List.of("Failed", "TerminatingOrFailed"));
  }

  private static void checkRestart(Cursor spec) {
    Cursor restart = spec.field("template", "spec", "restartPolicy");
    if (restart.isBlank() || restart.is("Always")) {
      restart.report(
          ApiCode.UNSUPPORTED_VALUE,
          restart.path() + " must be OnFailure or Never in a job",
          "write restartPolicy: Never, or OnFailure to restart containers in place");
    } else if (spec.field("podFailurePolicy").isSet() && restart.is("OnFailure")) {
      restart.invalid(ApiCode.UNSUPPORTED_VALUE, "must be Never with a podFailurePolicy");
    }
  }
}
