package dev.strake.rendering;

/**
 * Runs the tools that make Kubernetes YAML of overlays and charts: the compiler itself starts
 * nothing. It decides what a tool may see, and has read it before; a tool that is run here gets
 * nothing else, has no network, and its time, memory and output have bounds.
 *
 * <p>Safe for use by many threads. Never fails on input: what goes wrong is a {@link RenderResult}.
 */
public interface Renderer {

  /**
   * What {@code kustomize build} prints about a folder.
   *
   * @param input all files that the folder's Kustomization leads to
   */
  RenderResult kustomize(RenderInput input);

  /**
   * What {@code helm template} prints about a chart: no hooks, no notes, and no definitions of
   * kinds.
   *
   * @param input all files of the chart's folder
   */
  RenderResult helm(RenderInput input, HelmRelease release);

  /** For programs that render nothing. */
  static Renderer none() {
    return NoRenderer.INSTANCE;
  }
}
