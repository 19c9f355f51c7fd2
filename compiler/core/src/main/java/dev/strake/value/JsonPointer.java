package dev.strake.value;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way from an object to one of its fields: {@code /spec/template}. In a key, {@code ~1} stands
 * for a slash and {@code ~0} for a tilde.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
 */
public record JsonPointer(String text) implements Comparable<JsonPointer> {

  /**
   * @throws IllegalArgumentException if the text is none
   */
  public JsonPointer {
    Names.require(text, problem(text));
  }

  public static Parsed<JsonPointer> parse(String text) {
    return Names.named(text, "a path to a field", problem(text), JsonPointer::new);
  }

  private static @Nullable String problem(String text) {
    if (!text.startsWith("/")) {
      return "it does not start with '/', as in /spec/template";
    }
    if (List.of(text.substring(1).split("/", -1)).contains("")) {
      return "it has nothing between two slashes, or behind the last";
    }
    return text.replaceAll("~[01]", "").contains("~") ? "a '~' is written ~0" : null;
  }

  /** The keys from the object on, at least one. */
  public List<String> keys() {
    return Stream.of(text.substring(1).split("/", -1))
        .map(key -> key.replace("~1", "/").replace("~0", "~"))
        .toList();
  }

  @Override
  public int compareTo(JsonPointer other) {
    return text.compareTo(other.text);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
