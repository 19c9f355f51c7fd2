package dev.strake.diagnostic;

/**
 * A finding that somebody has given leave for, so that it is told and does not count.
 *
 * @param reason as it was written, for people
 */
public record Suppressed(Diagnostic finding, Where where, String reason) {

  /** Where the leave was given. */
  public enum Where {
    /** At the object itself. */
    IN_SOURCE,
    /** In a list of exceptions elsewhere. */
    ELSEWHERE
  }
}
