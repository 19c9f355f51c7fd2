package dev.strake.sync.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A server's no, or the end of all attempts to get another answer. Its message may quote what was
 * sent: who shows it must know whether that was a secret.
 *
 * @param code of HTTP
 * @param reason a word such as {@code NotFound}; empty if the server gave none
 * @param causes in the server's order
 */
public record Refusal(int code, String reason, String message, List<Cause> causes)
    implements Answer {

  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int INVALID = 422;

  /**
   * One part of a refusal.
   *
   * @param reason a word such as {@code FieldManagerConflict}
   * @param field its path, in the server's notation
   */
  public record Cause(String reason, String message, String field) {}

  public Refusal {
    causes = List.copyOf(causes);
  }

  /** What a {@code Status} says; any other body is the message itself, cut to one short line. */
  static Refusal of(int code, JsonNode status, String body) {
    if (!status.path("kind").asText("").equals("Status")) {
      String line = body.strip().lines().findFirst().orElse("");
      return new Refusal(code, "", line.isEmpty() ? "HTTP " + code : shortened(line), List.of());
    }
    List<Cause> causes = new ArrayList<>();
    for (JsonNode cause : status.path("details").path("causes")) {
      causes.add(
          new Cause(
              cause.path("reason").asText(""),
              cause.path("message").asText(""),
              cause.path("field").asText("")));
    }
    return new Refusal(
        code, status.path("reason").asText(""), status.path("message").asText(""), causes);
  }

  private static String shortened(String line) {
    int longest = 300;
    return line.length() <= longest ? line : line.substring(0, longest) + "…";
  }

  public boolean isNotFound() {
    return code == NOT_FOUND;
  }

  /** Whether other managers own fields that the request would change. */
  public boolean isFieldConflict() {
    return code == CONFLICT
        && causes.stream().anyMatch(cause -> cause.reason().equals("FieldManagerConflict"));
  }

  /** Whether the object has changed, or is not the one that was meant. */
  public boolean isConflict() {
    return code == CONFLICT && !isFieldConflict();
  }

  public boolean isAlreadyThere() {
    return code == CONFLICT && reason.equals("AlreadyExists");
  }

  /** Whether the server read the object and found it wrong. */
  public boolean isInvalid() {
    return code == INVALID;
  }
}
