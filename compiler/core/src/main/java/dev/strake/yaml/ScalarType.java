package dev.strake.yaml;

/** The JSON type that Kubernetes reads a scalar as. */
public enum ScalarType {
  STRING("a string"),
  BOOLEAN("a boolean"),
  INTEGER("a number"),
  FLOAT("a number"),
  NULL("null");

  private final String description;

  ScalarType(String description) {
    this.description = description;
  }

  /** For messages, with its article. */
  public String description() {
    return description;
  }
}
