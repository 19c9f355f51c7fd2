package dev.strake.render;

import dev.strake.rendering.RenderInput;
import dev.strake.rendering.RenderResult;
import dev.strake.rendering.Renderer;
import java.nio.file.Path;

/**
 * Renders with the tools of this machine, each in a process of its own. Nothing is looked for
 * before there is something to render.
 */
public final class ToolRenderer implements Renderer {

  private final SearchPath path;
  private final Workplace kustomize;

  ToolRenderer(SearchPath path, Workplace kustomize) {
    this.path = path;
    this.kustomize = kustomize;
  }

  /**
   * @param path where programs are looked for, as in the variable PATH
   * @param temporary a folder for what is gone when the work is done
   */
  public static ToolRenderer on(String path, Path temporary) {
    return new ToolRenderer(SearchPath.of(path), new Workplace(temporary, Bounds.KUSTOMIZE));
  }

  @Override
  public RenderResult kustomize(RenderInput input) {
    return Kustomize.on(path, kustomize).build(input);
  }
}
