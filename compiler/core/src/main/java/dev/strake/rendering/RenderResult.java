package dev.strake.rendering;

import java.util.function.Function;

/** What became of a request to a {@link Renderer}. */
public sealed interface RenderResult {

  /** Goes on with the result, with what the tool complains of, or with why there is no tool. */
  <T> T match(
      Function<Rendered, T> rendered, Function<String, T> failed, Function<String, T> unavailable);

  /**
   * @param yaml documents of Kubernetes
   * @param differsAt the first line that is not the same each time, from 1; 0 if there is none
   */
  record Rendered(String yaml, int differsAt) implements RenderResult {

    public Rendered(String yaml) {
      this(yaml, 0);
    }

    @Override
    public <T> T match(
        Function<Rendered, T> rendered,
        Function<String, T> failed,
        Function<String, T> unavailable) {
      return rendered.apply(this);
    }
  }

  /**
   * The input is at fault, or asks for more than the tool may use.
   *
   * @param problem in the tool's words, with paths from the root of the input
   */
  record Failed(String problem) implements RenderResult {
    @Override
    public <T> T match(
        Function<Rendered, T> rendered,
        Function<String, T> failed,
        Function<String, T> unavailable) {
      return failed.apply(problem);
    }
  }

  /**
   * Nothing of the kind can be rendered here, whatever the input is.
   *
   * @param reason continues the sentence "the overlay is not rendered: ..."
   */
  record Unavailable(String reason) implements RenderResult {
    @Override
    public <T> T match(
        Function<Rendered, T> rendered,
        Function<String, T> failed,
        Function<String, T> unavailable) {
      return unavailable.apply(reason);
    }
  }
}
