package dev.strake.sync.health;

import dev.strake.sync.object.Condition;

/**
 * How an object does, and why.
 *
 * @param reason one word for programs, kstatus' where it has one; may be empty
 * @param message for people; what comes from the cluster is as it was, and may have any characters
 */
public record Health(HealthStatus status, String reason, String message) {

  /** Of an object that is not there. */
  public static final Health NOT_FOUND =
      new Health(HealthStatus.NOT_FOUND, "NotFound", "it is not there");

  static Health current(String message) {
    return new Health(HealthStatus.CURRENT, "", message);
  }

  static Health inProgress(String reason, String message) {
    return new Health(HealthStatus.IN_PROGRESS, reason, message);
  }

  static Health failed(String reason, String message) {
    return new Health(HealthStatus.FAILED, reason, message);
  }

  /** In the words of a condition, as far as it has any. */
  static Health of(HealthStatus status, Condition condition) {
    String message = condition.message();
    return new Health(
        status,
        condition.reason(),
        message.isEmpty()
            ? "its condition %s is %s".formatted(condition.type(), condition.status())
            : message);
  }

  /** Of an object that could not be read or makes no sense. */
  public static Health unknown(String message) {
    return new Health(HealthStatus.UNKNOWN, "Unknown", message);
  }

  public boolean isCurrent() {
    return status == HealthStatus.CURRENT;
  }

  public boolean isFailed() {
    return status == HealthStatus.FAILED;
  }
}
