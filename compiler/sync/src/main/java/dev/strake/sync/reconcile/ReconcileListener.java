package dev.strake.sync.reconcile;

import dev.strake.git.Revision;
import java.time.Duration;

/** Learns what happens to clusters; called by several threads, and must not wait. */
public interface ReconcileListener {

  /** An attempt begins. */
  void started(String cluster, Revision commit, boolean drift);

  /** A step of it has ended. */
  void step(String cluster, Revision commit, Step step, StepResult result, Duration took);

  /** The cluster has converged on the commit. */
  void converged(String cluster, Revision commit, Duration took);

  /**
   * It has not.
   *
   * @param next what becomes of it
   */
  void failed(String cluster, Revision commit, Step step, StepResult.Failed failure, Next next);

  /** Nothing is attempted, and that is new. */
  void held(String cluster, Decision.Hold hold);

  /** What becomes of a commit that failed. */
  enum Next {
    /** It is tried again. */
    RETRY,
    /** It waits for another commit. */
    WAIT_FOR_COMMIT,
    /** This replica stops, or has lost the cluster: another one goes on. */
    LEFT_TO_OTHERS
  }
}
