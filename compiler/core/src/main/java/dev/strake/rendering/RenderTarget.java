package dev.strake.rendering;

import dev.strake.diagnostic.Severity;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What rendered objects are for.
 *
 * @param unrendered how much it matters that something is not rendered
 * @param cluster its name; empty for objects of no cluster
 * @param kubernetesVersion that they are for, as {@code v1.36.4}; asked for if it is needed
 */
public record RenderTarget(
    Severity unrendered, Optional<String> cluster, Supplier<String> kubernetesVersion) {

  /** Of objects that are not judged: they are compared alone. */
  public static RenderTarget unjudged() {
    return new RenderTarget(Severity.INFO, Optional.empty(), () -> "");
  }
}
