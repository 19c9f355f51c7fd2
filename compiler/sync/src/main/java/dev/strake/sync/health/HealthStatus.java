package dev.strake.sync.health;

/** How an object does, in kstatus' words. */
public enum HealthStatus {
  /** It does what its manifest says. */
  CURRENT("Current"),
  /** Its controllers are at work. */
  IN_PROGRESS("InProgress"),
  /** It will not come right by waiting, as far as its controllers know. */
  FAILED("Failed"),
  /** It is being deleted. */
  TERMINATING("Terminating"),
  /** There is none. */
  NOT_FOUND("NotFound"),
  /** Nobody can tell. */
  UNKNOWN("Unknown");

  private final String word;

  HealthStatus(String word) {
    this.word = word;
  }

  /** As kstatus writes it. */
  @Override
  public String toString() {
    return word;
  }
}
