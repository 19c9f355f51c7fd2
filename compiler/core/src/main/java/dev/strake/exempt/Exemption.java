package dev.strake.exempt;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Leave to break a policy.
 *
 * @param policy the policy's id
 * @param container one of the object's containers; null for the whole object
 * @param until the last day on which it counts; null if it always does
 * @param reason as its author gives it
 */
record Exemption(
    String policy, @Nullable String container, @Nullable LocalDate until, String reason) {

  boolean countsOn(LocalDate day) {
    return until == null || !until.isBefore(day);
  }

  /**
   * @param guilty the container that a finding is about; null if it is about no single one
   */
  boolean covers(String code, @Nullable String guilty) {
    return policy.equals(code) && (container == null || container.equals(guilty));
  }

  /** As an annotation names it: {@code resources/memory-limit#debug}. */
  @Override
  public String toString() {
    return container == null ? policy : policy + "#" + container;
  }
}
