package dev.strake.api;

import dev.strake.value.Quoted;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of short texts. A problem completes the sentence "x is not ..."; null means that the
 * text is sound.
 *
 * @see <a
 *     href="https://github.com/kubernetes/apimachinery/blob/master/pkg/util/validation/validation.go">validation.go
 *     in apimachinery</a>
 */
final class Texts {

  private static final Pattern DNS_1035 = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
  private static final int LONGEST_LABEL = 63;

  private Texts() {}

  /** IsDNS1035Label. */
  static @Nullable String dns1035Problem(String text) {
    boolean ok = text.length() <= LONGEST_LABEL && DNS_1035.matcher(text).matches();
    return ok
        ? null
        : "a DNS-1035 label: at most 63 lower-case letters, digits and '-', starting with a"
            + " letter, and no '-' at the end";
  }

  /** How long Go finds a text. */
  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** "x is not ...". */
  static String isNot(String text, String problem) {
    return Quoted.of(text) + " is not " + problem;
  }
}
