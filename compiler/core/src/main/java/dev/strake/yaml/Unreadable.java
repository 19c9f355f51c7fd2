package dev.strake.yaml;

import dev.strake.diagnostic.Diagnostic;

/** Ends the reading of one document; never leaves this package. */
final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Diagnostic diagnostic;

  Unreadable(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}
