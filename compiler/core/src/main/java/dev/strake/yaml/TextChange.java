package dev.strake.yaml;

import dev.strake.diagnostic.Fix;
import dev.strake.source.SourceRange;
import java.util.List;
import java.util.function.Function;

/** How a change to a node is made in the text that it was read from, or why it is not. */
public sealed interface TextChange {

  /** Goes on with the edits or with what is in their way. */
  <T> T match(Function<List<Fix.Edit>, T> edits, Function<String, T> reason);

  static TextChange replace(SourceRange range, String text) {
    return new Edits(List.of(new Fix.Edit(range, text)));
  }

  static TextChange refused(String reason) {
    return new Refused(reason);
  }

  /**
   * @param edits that change this node and nothing else
   */
  record Edits(List<Fix.Edit> edits) implements TextChange {

    public Edits {
      edits = List.copyOf(edits);
    }

    @Override
    public <T> T match(Function<List<Fix.Edit>, T> ok, Function<String, T> refused) {
      return ok.apply(edits);
    }
  }

  /**
   * @param reason a clause: "an anchor shares the value"
   */
  record Refused(String reason) implements TextChange {
    @Override
    public <T> T match(Function<List<Fix.Edit>, T> ok, Function<String, T> refused) {
      return refused.apply(reason);
    }
  }
}
