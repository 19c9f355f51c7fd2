package dev.strake.rendering;

/** Renders nothing. */
enum NoRenderer implements Renderer {
  INSTANCE;

  private static final RenderResult NONE =
      new RenderResult.Unavailable("this program renders none");

  @Override
  public RenderResult kustomize(RenderInput input) {
    return NONE;
  }

  @Override
  public RenderResult helm(RenderInput input, HelmRelease release) {
    return NONE;
  }
}
