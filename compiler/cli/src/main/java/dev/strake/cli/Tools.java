package dev.strake.cli;

import dev.strake.render.ToolRenderer;
import dev.strake.rendering.Renderer;
import java.nio.file.Path;
import java.util.Objects;

/** What this machine has to render overlays and charts with. */
final class Tools {

  private Tools() {}

  static Renderer ofThisMachine() {
    return ToolRenderer.on(
        Objects.requireNonNullElse(System.getenv("PATH"), ""),
        Path.of(System.getProperty("java.io.tmpdir")),
        Path.of(System.getProperty("java.home"), "bin", "java"),
        System.getProperty("java.class.path"));
  }
}
