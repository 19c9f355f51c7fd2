package dev.strake.render;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;

/** The tools of the machine that runs the tests. */
final class Installed {

  private static final SearchPath PATH = SearchPath.of(System.getenv("PATH"));

  static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  static final String CLASS_PATH = System.getProperty("java.class.path");

  private Installed() {}

  /** The program's file; without it, the test is skipped. */
  static Path kubectl() {
    assumeTrue(PATH.find("kubectl").isPresent(), "SKIPPED: there is no kubectl on this machine");
    return PATH.find("kubectl").orElseThrow();
  }

  /** Renders with what is installed, in a folder of the test's own. */
  static ToolRenderer renderer(Path temporary) {
    kubectl();
    return renderer(System.getenv("PATH"), temporary);
  }

  /** With the programs of another search path. */
  static ToolRenderer renderer(String path, Path temporary) {
    return ToolRenderer.on(path, temporary, JAVA, CLASS_PATH);
  }
}
