package dev.strake.render;

import java.nio.file.Path;
import java.util.Optional;

/** What there is on this machine, without starting any of it. */
public final class InstalledTools {

  private final SearchPath path;

  private InstalledTools(SearchPath path) {
    this.path = path;
  }

  /**
   * @param path where programs are looked for, as in the variable PATH
   */
  public static InstalledTools on(String path) {
    return new InstalledTools(SearchPath.of(path));
  }

  public Optional<Path> find(String program) {
    return path.find(program);
  }

  /** Whether charts can be rendered: Helm is a library here, and not a program. */
  public boolean hasHelm() {
    return HelmLibrary.isThere();
  }
}
