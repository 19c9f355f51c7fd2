package dev.strake.report;

import dev.strake.diagnostic.Diagnostic;

/** A finding and its help in sentences, for formats that have one text for both. */
final class Sentences {

  private Sentences() {}

  /** On one line; the first sentence says what is wrong. */
  static String of(Diagnostic diagnostic) {
    String help = diagnostic.help();
    String message = VisibleText.of(diagnostic.message());
    return help == null ? message : message + ". Help: " + VisibleText.of(help);
  }
}
