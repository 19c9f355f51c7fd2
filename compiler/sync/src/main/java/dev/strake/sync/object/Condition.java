package dev.strake.sync.object;

/**
 * One of an object's {@code status.conditions}. What the server left out is empty.
 *
 * @param status {@code True}, {@code False} or {@code Unknown}
 */
public record Condition(String type, String status, String reason, String message) {

  public boolean isTrue() {
    return status.equals("True");
  }

  public boolean isFalse() {
    return status.equals("False");
  }
}
