package dev.strake.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What each of the compiler's own codes means and how to fix it: a Markdown page a code. */
public final class Explanations {

  private static final String FOLDER = "/dev/strake/explain/";

  private Explanations() {}

  /**
   * The page of a code, as Markdown.
   *
   * @param id as a user wrote it; empty if it is no code, or a code without a page
   */
  public static Optional<String> of(String id) {
    if (!Code.isWellFormed(id)) {
      return Optional.empty();
    }
    try (InputStream page = Explanations.class.getResourceAsStream(FOLDER + id + ".md")) {
      return page == null
          ? Optional.empty()
          : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the explanation of " + id + " cannot be read", e);
    }
  }
}
