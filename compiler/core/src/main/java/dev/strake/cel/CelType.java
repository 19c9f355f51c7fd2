package dev.strake.cel;

import dev.cel.common.types.SimpleType;

/** What an expression must give. */
public enum CelType {
  BOOLEAN("a boolean", SimpleType.BOOL),
  TEXT("a string", SimpleType.STRING),
  NULL("null", SimpleType.NULL_TYPE),
  ANY("a value", SimpleType.DYN);

  private final String description;
  private final dev.cel.common.types.CelType type;

  CelType(String description, dev.cel.common.types.CelType type) {
    this.description = description;
    this.type = type;
  }

  /** For messages, with its article. */
  public String description() {
    return description;
  }

  dev.cel.common.types.CelType type() {
    return type;
  }
}
