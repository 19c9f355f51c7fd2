package dev.strake.render;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;

/** The tools of the machine that runs the tests. */
final class Installed {

  private static final SearchPath PATH = SearchPath.of(System.getenv("PATH"));

  private Installed() {}

  /** The program's file; without it, the test is skipped. */
  static Path kubectl() {
    assumeTrue(PATH.find("kubectl").isPresent(), "SKIPPED: there is no kubectl on this machine");
    return PATH.find("kubectl").orElseThrow();
  }

  /** Renders with what is installed, in a folder of the test's own. */
  static ToolRenderer renderer(Path temporary) {
    kubectl();
    return ToolRenderer.on(System.getenv("PATH"), temporary);
  }
}
