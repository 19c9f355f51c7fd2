package dev.strake.component;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DidYouMean;
import dev.strake.value.Quoted;
import java.util.List;

/** Fields that take one of a few words. */
final class Words {

  private Words() {}

  /** Reports a word that is not known; the empty text is the component's default. */
  static void check(Section field, Code code, List<String> known) {
    String text = field.text();
    if (text.isEmpty() || known.contains(text)) {
      return;
    }
    String help =
        DidYouMean.of(text, known)
            .map(meant -> "did you mean " + meant + "?")
            .orElseGet(() -> "write " + oneOf(known));
    field.report(code, new Problem("is %s, which is not known".formatted(Quoted.of(text)), help));
  }

  /** {@code a, b or c}. */
  static String oneOf(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
