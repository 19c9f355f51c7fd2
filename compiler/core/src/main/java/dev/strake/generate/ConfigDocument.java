package dev.strake.generate;

/**
 * A configuration file's document that is a record of ours: {@code apiVersion} and {@code kind}
 * come first, then its components.
 */
public interface ConfigDocument {

  String apiVersion();

  /** The record's own name unless it says otherwise. */
  default String kind() {
    return getClass().getSimpleName();
  }
}
