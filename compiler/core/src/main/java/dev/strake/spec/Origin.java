package dev.strake.spec;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceRange;
import dev.strake.yaml.NodePath;

/**
 * Where a part of the spec was written.
 *
 * @param range of the value; of its section if the field is absent
 * @param path inside its document
 */
public record Origin(SourceRange range, NodePath path) {

  /** A finding about this part. */
  public Diagnostic finding(Code code, String message) {
    return Diagnostic.of(code, range, message).withPath(path.pointer());
  }
}
