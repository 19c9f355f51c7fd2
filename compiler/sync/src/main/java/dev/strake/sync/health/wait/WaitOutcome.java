package dev.strake.sync.health.wait;

/** What came of a wait. */
public enum WaitOutcome {
  /** Go on observing. */
  WAITING,
  /** All objects are current. */
  DONE,
  /** One failed for good. */
  FAILED,
  /** The time is over, and some object is not current. */
  TIMED_OUT;

  public boolean isOver() {
    return this != WAITING;
  }
}
