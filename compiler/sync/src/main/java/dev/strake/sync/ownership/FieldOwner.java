package dev.strake.sync.ownership;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An entry of {@code metadata.managedFields}.
 *
 * @param operation {@code Apply} or {@code Update}
 * @param subresource empty for the object itself
 */
public record FieldOwner(
    String manager, String operation, String apiVersion, String subresource, FieldSet fields) {

  static FieldOwner of(JsonNode entry) {
    return new FieldOwner(
        entry.path("manager").asText(""),
        entry.path("operation").asText(""),
        entry.path("apiVersion").asText(""),
        entry.path("subresource").asText(""),
        FieldSet.of(entry.path("fieldsV1")));
  }

  public boolean applies() {
    return operation.equals("Apply");
  }

  /** Whether it owns by applying under this name. */
  public boolean isApplier(String name) {
    return applies() && manager.equals(name) && subresource.isEmpty();
  }
}
