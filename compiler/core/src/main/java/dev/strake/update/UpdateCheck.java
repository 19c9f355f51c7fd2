package dev.strake.update;

import dev.strake.diagnostic.DiagnosticSink;

/** Looks for what the API server refuses to change. */
@FunctionalInterface
interface UpdateCheck {

  /** Reports at the places of the object as it becomes. */
  void check(Update update, DiagnosticSink sink);
}
