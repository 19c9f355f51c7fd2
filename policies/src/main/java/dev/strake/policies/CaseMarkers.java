package dev.strake.policies;

import dev.strake.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The findings that a case expects: comments {@code #~ code} on the guilty line, {@code #~^ code}
 * for the line above and {@code #~v code} for the one below, each with {@code = exact text} if the
 * range matters.
 */
final class CaseMarkers {

  private static final Pattern MARKER =
      Pattern.compile("#~([\\^v]?)\\s+(\\S+)(?:\\s+=\\s+(.*?))?\\s*(?=#~|$)");

  private CaseMarkers() {}

  /**
   * An expected finding.
   *
   * @param line 1-based
   * @param text under the finding's range; empty for any
   */
  record Marker(int line, String code, Optional<String> text) {}

  static List<Marker> read(SourceFile file) {
    List<Marker> markers = new ArrayList<>();
    for (int line = 1; line <= file.lineCount(); line++) {
      Matcher matcher = MARKER.matcher(file.line(line).text());
      while (matcher.find()) {
        int place = line + shift(matcher.group(1));
        markers.add(new Marker(place, matcher.group(2), Optional.ofNullable(matcher.group(3))));
      }
    }
    return markers;
  }

  private static int shift(String direction) {
    return switch (direction) {
      case "^" -> -1;
      case "v" -> 1;
      default -> 0;
    };
  }
}
