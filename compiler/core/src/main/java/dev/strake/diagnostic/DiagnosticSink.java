package dev.strake.diagnostic;

/** Where a step puts what it finds. Findings are reported, never thrown. */
@FunctionalInterface
public interface DiagnosticSink {
  void report(Diagnostic diagnostic);
}
