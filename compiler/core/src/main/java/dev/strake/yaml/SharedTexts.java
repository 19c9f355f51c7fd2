package dev.strake.yaml;

import java.util.HashMap;
import java.util.Map;

/**
 * Manifests repeat the same keys and values, so each short text is kept once a file: most of what
 * many manifests take in memory would be copies of {@code name} and {@code value}.
 */
final class SharedTexts {

  private static final int MOST_KEPT = 10_000;
  private static final int LONGEST = 64;

  private final Map<String, String> kept = new HashMap<>();

  /** An equal text. */
  String share(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    if (kept.size() >= MOST_KEPT) {
      return kept.getOrDefault(text, text);
    }
    String same = kept.putIfAbsent(text, text);
    return same == null ? text : same;
  }
}
