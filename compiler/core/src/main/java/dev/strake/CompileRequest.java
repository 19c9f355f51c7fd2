package dev.strake;

import dev.strake.policy.PolicySelection;
import dev.strake.rendering.Renderer;
import dev.strake.source.SourceTree;
import dev.strake.value.Parsed;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What to compile, and how to judge it.
 *
 * @param sources of one or more clusters, or of plain Kubernetes YAML
 * @param asOf the day for rules about dates, such as ends of life; never changes the output
 * @param policies which of them count
 * @param kubernetesVersion the minor to judge manifests by, one of {@link
 *     dev.strake.schema.KubernetesSchemas#versions()}; empty for each cluster's own, and the newest
 *     known where there is no cluster
 * @param renderer of overlays and charts; the tools that it runs are part of the input
 * @param set the name of a bundle to be made of objects that belong to no cluster; empty for none
 */
public record CompileRequest(
    SourceTree sources,
    LocalDate asOf,
    PolicySelection policies,
    Optional<String> kubernetesVersion,
    Renderer renderer,
    Optional<String> set) {

  /** A request that leaves overlays and charts as they are, which is then reported. */
  public CompileRequest(
      SourceTree sources,
      LocalDate asOf,
      PolicySelection policies,
      Optional<String> kubernetesVersion) {
    this(sources, asOf, policies, kubernetesVersion, Renderer.none(), Optional.empty());
  }

  /** The same with overlays and charts rendered. */
  public CompileRequest with(Renderer newRenderer) {
    return new CompileRequest(sources, asOf, policies, kubernetesVersion, newRenderer, set);
  }

  /** The same with a bundle of the objects that belong to no cluster. */
  public CompileRequest asSet(String name) {
    return new CompileRequest(
        sources, asOf, policies, kubernetesVersion, renderer, Optional.of(name));
  }

  /**
   * A day for {@link #asOf} as a user wrote it.
   *
   * @param text {@code YYYY-MM-DD}
   */
  public static Parsed<LocalDate> parseDay(String text) {
    try {
      return Parsed.ok(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Parsed.bad("a day as YYYY-MM-DD");
    }
  }
}
