package dev.strake.report;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.ObjectRef;

/** Reports are read by more people than files are, and CI keeps them. */
final class Secrets {

  private Secrets() {}

  /**
   * Whether the lines of a finding, or what a fix would write there, may show a secret value: so it
   * is for all of a Secret, of whatever version.
   */
  static boolean mayShow(Diagnostic diagnostic) {
    ObjectRef object = diagnostic.object();
    return object != null && object.kind().equals("Secret");
  }
}
