package dev.strake.sync.reconcile;

import java.util.Locale;

/** What is done with a commit, in this order. */
public enum Step {
  /** Whether somebody who may has signed it. */
  VERIFY,
  /** Its bundle, judged by all policies. */
  COMPILE,
  /** What would change in the cluster. */
  PLAN,
  /** The change, with what is pruned. */
  APPLY,
  /** Until what was applied is healthy. */
  HEALTH;

  /** For logs and metrics: {@code verify}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
