package dev.strake.diagnostic;

/** Where a step puts what it finds. Findings are reported, never thrown. */
@FunctionalInterface
public interface DiagnosticSink {
  void report(Diagnostic diagnostic);

  /** Takes note of a finding that does not count; most sinks have no use for it. */
  default void suppressed(Suppressed finding) {}
}
