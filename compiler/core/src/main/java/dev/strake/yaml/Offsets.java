package dev.strake.yaml;

import java.util.Arrays;

/**
 * Turns the parser's positions, which count code points from the document's start, into offsets of
 * the file's text.
 */
final class Offsets {

  private final int base;
  // Positions, in code points, of the characters that take two chars.
  private final int[] wide;

  Offsets(String text, int base) {
    this.base = base;
    this.wide = findWide(text);
  }

  private static int[] findWide(String text) {
    int[] found = new int[0];
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, Math.max(8, count * 2));
        }
        // Each earlier one has put the char position one further from the code point position.
        found[count] = i - count;
        count++;
        i++;
      }
    }
    return Arrays.copyOf(found, count);
  }

  int of(int codePoints) {
    if (wide.length == 0) {
      return base + codePoints;
    }
    int before = Arrays.binarySearch(wide, codePoints);
    return base + codePoints + (before >= 0 ? before : -before - 1);
  }
}
