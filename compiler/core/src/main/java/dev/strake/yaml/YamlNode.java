package dev.strake.yaml;

import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;

/**
 * A value that a user wrote, with its place. Nodes are immutable. Aliases and merge keys are
 * already resolved: an aliased node is the anchored node itself, so that its range is where it was
 * written, and the same node may be reached by several paths.
 */
public sealed interface YamlNode permits YamlScalar, YamlSequence, YamlMapping {

  SourceFile file();

  /** Offset of the first character. */
  int start();

  /** Offset behind the last character, without trailing comments and blank lines. */
  int end();

  default SourceRange range() {
    return new SourceRange(file(), start(), end());
  }

  /** What the node is, for messages: {@code a list}, {@code a number}, {@code null}. */
  String description();
}
