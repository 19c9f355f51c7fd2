package dev.strake.diagnostic;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a step that may find fault: a value, findings, or both. A value beside errors is
 * whole enough to go on with; no value means that nothing could be made of the input.
 *
 * @param value null if the input was too broken
 * @param diagnostics in the order they were found
 */
public record Checked<T>(@Nullable T value, List<Diagnostic> diagnostics) {

  public Checked {
    diagnostics = List.copyOf(diagnostics);
  }

  public static <T> Checked<T> of(T value, List<Diagnostic> diagnostics) {
    return new Checked<>(value, diagnostics);
  }

  public static <T> Checked<T> failed(List<Diagnostic> diagnostics) {
    return new Checked<>(null, diagnostics);
  }

  public Optional<T> asOptional() {
    return Optional.ofNullable(value);
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }
}
