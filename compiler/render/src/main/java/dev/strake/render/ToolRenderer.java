package dev.strake.render;

import dev.strake.rendering.HelmRelease;
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
  private final HelmLibrary helm;

  ToolRenderer(SearchPath path, Workplace kustomize, HelmLibrary helm) {
    this.path = path;
    this.kustomize = kustomize;
    this.helm = helm;
  }

  /**
   * @param path where programs are looked for, as in the variable PATH
   * @param temporary a folder for what is gone when the work is done
   * @param java the program of this name
   * @param classPath with this module and, if charts are to be rendered, Helm's library
   */
  public static ToolRenderer on(String path, Path temporary, Path java, String classPath) {
    return new ToolRenderer(
        SearchPath.of(path),
        new Workplace(temporary, Bounds.KUSTOMIZE),
        new HelmLibrary(java, classPath, new Workplace(temporary, Bounds.HELM)));
  }

  @Override
  public RenderResult kustomize(RenderInput input) {
    return Kustomize.on(path, kustomize).build(input);
  }

  @Override
  public RenderResult helm(RenderInput input, HelmRelease release) {
    return helm.template(input, release);
  }
}
