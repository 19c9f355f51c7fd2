package dev.strake.rendering;

import dev.strake.diagnostic.Severity;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What rendered objects are for.
 *
 * @param unrendered how much it matters that something is not rendered
 * @param cluster its name; empty for objects of no cluster
 * @param namespace that a chart is rendered for, by its folder
 * @param kubernetesVersion that they are for, as {@code v1.36.4}; asked for if it is needed
 */
public record RenderTarget(
    Severity unrendered,
    Optional<String> cluster,
    UnaryOperator<String> namespace,
    Supplier<String> kubernetesVersion) {

  /** Where objects lie that say no namespace. */
  private static final String NAMESPACE = "default";

  /** Of objects that belong to no cluster. */
  public static RenderTarget ofNoCluster(Supplier<String> kubernetesVersion) {
    return new RenderTarget(
        Severity.WARNING, Optional.empty(), chart -> NAMESPACE, kubernetesVersion);
  }

  /** Of objects that are not judged: they are compared alone. */
  public static RenderTarget unjudged() {
    return new RenderTarget(Severity.INFO, Optional.empty(), chart -> NAMESPACE, () -> "");
  }
}
