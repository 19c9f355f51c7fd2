package dev.strake.input;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * One name's pattern, as Git's ignore files have them: {@code *}, {@code ?}, {@code [a-z]} and
 * {@code \} before a character that means itself. Time is at most the product of both lengths,
 * whatever a stranger writes.
 *
 * @see <a href="https://git-scm.com/docs/gitignore#_pattern_format">gitignore: pattern format</a>
 */
final class Glob {

  /** Matches one character; {@link #STAR} stands for any number of them. */
  private interface Part {
    boolean matches(int character);
  }

  private static final Part STAR = character -> true;

  private final List<Part> parts;

  private Glob(List<Part> parts) {
    this.parts = parts;
  }

  /** Anything is a pattern; a bracket without its end matches nothing, as in Git. */
  static Glob of(String pattern) {
    int[] text = pattern.codePoints().toArray();
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length) {
      int character = text[at];
      if (character == '[') {
        CharacterClass set = CharacterClass.read(text, at);
        parts.add(set::matches);
        at = set.end();
        continue;
      }
      if (character == '*') {
        parts.add(STAR);
      } else if (character == '?') {
        parts.add(any -> true);
      } else {
        boolean escaped = character == '\\' && at + 1 < text.length;
        at += escaped ? 1 : 0;
        int literal = text[at];
        parts.add(same -> same == literal);
      }
      at++;
    }
    return new Glob(parts);
  }

  boolean matches(String name) {
    List<Integer> characters = name.codePoints().boxed().toList();
    return matches(parts, STAR, characters, Part::matches);
  }

  /**
   * Whether parts match things one by one, where one part stands for any number of things. Goes
   * back to the last such part alone: an earlier one could not do better.
   */
  static <P, T> boolean matches(List<P> parts, P star, List<T> things, BiPredicate<P, T> one) {
    int part = 0;
    int thing = 0;
    int lastStar = -1;
    int resume = 0;
    while (thing < things.size()) {
      if (part < parts.size() && parts.get(part) == star) {
        lastStar = part++;
        resume = thing;
      } else if (part < parts.size() && one.test(parts.get(part), things.get(thing))) {
        part++;
        thing++;
      } else if (lastStar >= 0) {
        part = lastStar + 1;
        thing = ++resume;
      } else {
        return false;
      }
    }
    while (part < parts.size() && parts.get(part) == star) {
      part++;
    }
    return part == parts.size();
  }
}
