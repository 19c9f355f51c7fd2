package dev.strake.generate.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Bash functions that do not depend on any spec: files beside this class, each of which can be read
 * and checked on its own. What a function needs to know it takes as an argument, or from a setting
 * that its first lines name.
 *
 * @param text with a line feed at the end
 */
public record ShellLibrary(String text) {

  /**
   * @param name of the file without its ending: {@code steps}
   */
  public static ShellLibrary named(String name) {
    try (InputStream file = ShellLibrary.class.getResourceAsStream(name + ".sh")) {
      if (file == null) {
        throw new IllegalArgumentException("there is no " + name + ".sh");
      }
      return new ShellLibrary(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
