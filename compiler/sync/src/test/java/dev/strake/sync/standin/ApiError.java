package dev.strake.sync.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A refusal, as a {@code Status}. */
final class ApiError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int code;
  private final transient ObjectNode status;

  ApiError(int code, String reason, String message) {
    super(message);
    this.code = code;
    this.status = JsonNodeFactory.instance.objectNode();
    status.put("kind", "Status").put("apiVersion", "v1").put("status", "Failure");
    status.put("message", message).put("reason", reason).put("code", code);
  }

  ApiError cause(String reason, String message, String field) {
    ObjectNode details = status.withObjectProperty("details");
    ArrayNode causes = details.withArrayProperty("causes");
    causes.addObject().put("reason", reason).put("message", message).put("field", field);
    return this;
  }

  static ApiError notFound(String what) {
    return new ApiError(404, "NotFound", what + " not found");
  }

  static ApiError conflict(String message) {
    return new ApiError(409, "Conflict", message);
  }

  int code() {
    return code;
  }

  ObjectNode status() {
    return status;
  }
}
