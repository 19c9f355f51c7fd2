package dev.strake.yaml;

import dev.strake.diagnostic.Fix;
import dev.strake.source.SourceFile;
import java.util.Optional;

/** A key that stands twice with the same value: the first of both says nothing. */
final class RepeatedEntry {

  private RepeatedEntry() {}

  /** Takes the first one away; empty if they differ, or if it shares its lines with others. */
  static Optional<Fix> fix(YamlEntry first, YamlEntry second) {
    SourceFile file = first.key().file();
    Lines lines = new Lines(file);
    boolean alike =
        isWrittenOut(first)
            && isWrittenOut(second)
            && first.value().range().text().equals(second.value().range().text());
    if (!alike || JsonStream.isJson(file)) {
      return Optional.empty();
    }
    int start = first.key().start();
    int end = first.value().end();
    return lines.beginsLine(start) && lines.endsLine(end)
        ? Optional.of(
            Fix.replace(
                "remove the first of both, which says the same", lines.whole(start, end), ""))
        : Optional.empty();
  }

  /** Without anchors, aliases and texts whose line breaks depend on what follows. */
  private static boolean isWrittenOut(YamlEntry entry) {
    YamlNode value = entry.value();
    if (value.start() < entry.key().end() || value.file() != entry.key().file()) {
      return false;
    }
    String text = entry.range().text();
    return text.chars().noneMatch(c -> "&*|>!".indexOf(c) >= 0) && !text.contains("<<");
  }
}
