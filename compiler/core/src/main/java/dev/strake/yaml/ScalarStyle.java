package dev.strake.yaml;

/** How a scalar was written. Only plain scalars are resolved to something else than a string. */
public enum ScalarStyle {
  PLAIN,
  SINGLE_QUOTED,
  DOUBLE_QUOTED,
  LITERAL,
  FOLDED
}
