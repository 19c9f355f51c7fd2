package dev.strake.yaml;

import dev.strake.source.SourceFile;
import java.util.List;

/** The text of a mapping, of which an entry is added or removed. */
final class MappingText {

  private static final String EMPTY = "{}";
  private static final String STEP = "  ";
  private static final String SEVERAL_LINES = "the braces reach over several lines";

  private final YamlMapping mapping;
  private final SourceFile file;
  private final String text;
  private final Lines lines;

  MappingText(YamlMapping mapping) {
    this.mapping = mapping;
    this.file = mapping.file();
    this.text = file.text();
    this.lines = new Lines(file);
  }

  /**
   * Adds an entry behind the others.
   *
   * @param keys that are not there: the last one's value is the scalar, the others hold mappings
   */
  TextChange add(List<String> keys, NewScalar value) {
    if (OwnText.isFlow(mapping)) {
      return addInFlow(keys, value);
    }
    if (text.charAt(mapping.start()) == '?') {
      return TextChange.refused("its keys are written with question marks");
    }
    if (endsInKeptLines()) {
      return TextChange.refused("a text that keeps its last line breaks stands before it");
    }
    String entry = blockEntry(keys, value, lines.indentation(mapping), lines.lineBreak());
    int at = lines.startOfNextLine(mapping.end());
    boolean lastLineIsOpen = at == text.length() && !text.endsWith("\n");
    String broken = lastLineIsOpen ? lines.lineBreak() + entry : entry + lines.lineBreak();
    return TextChange.replace(file.range(at, at), broken);
  }

  private static String blockEntry(
      List<String> keys, NewScalar value, String indentation, String lineBreak) {
    StringBuilder out = new StringBuilder();
    String indent = indentation;
    for (int i = 0; i < keys.size(); i++) {
      out.append(indent).append(ScalarText.line(keys.get(i))).append(':');
      out.append(i + 1 < keys.size() ? lineBreak : " " + value.plain());
      indent = indent.concat(STEP);
    }
    return out.toString();
  }

  /** A block of text with {@code +} ends where the next entry begins. */
  private boolean endsInKeptLines() {
    YamlNode last = mapping;
    while (last instanceof YamlMapping inner && !inner.entries().isEmpty()) {
      last = lastItem(inner.entries().get(inner.entries().size() - 1).value());
    }
    return last instanceof YamlScalar scalar
        && (scalar.style() == ScalarStyle.LITERAL || scalar.style() == ScalarStyle.FOLDED)
        && scalar.range().text().lines().findFirst().orElse("").contains("+");
  }

  private static YamlNode lastItem(YamlNode node) {
    YamlNode last = node;
    while (last instanceof YamlSequence list && !list.items().isEmpty()) {
      last = list.items().get(list.items().size() - 1);
    }
    return last;
  }

  private TextChange addInFlow(List<String> keys, NewScalar value) {
    if (isOfSeveralLines()) {
      return TextChange.refused(SEVERAL_LINES);
    }
    int end = lines.endOfTextBefore(mapping.end() - 1);
    char last = text.charAt(end - 1);
    if (last == ':') {
      return TextChange.refused("a key without a value stands before it");
    }
    String separator = last == '{' ? "" : last == ',' ? " " : ", ";
    return TextChange.replace(file.range(end, end), separator + flowEntry(keys, value));
  }

  private static String flowEntry(List<String> keys, NewScalar value) {
    String entry = value.inFlow();
    for (int i = keys.size() - 1; i >= 0; i--) {
      String key = NewScalar.ofString(keys.get(i)).inFlow() + ": ";
      entry = i > 0 ? "{" + key + entry + "}" : key + entry;
    }
    return entry;
  }

  private boolean isOfSeveralLines() {
    return mapping.range().text().indexOf('\n') >= 0;
  }

  /** Takes an entry away that is the mapping's own, with its line. */
  TextChange remove(YamlEntry entry) {
    if (OwnText.merges(mapping)) {
      return TextChange.refused("the mapping merges another, whose value would show");
    }
    if (mapping.entries().size() == 1) {
      return emptied();
    }
    int index = mapping.entries().indexOf(entry);
    if (OwnText.isFlow(mapping)) {
      return removeFromFlow(entry, index);
    }
    int start = entry.key().start();
    int end = Math.max(entry.key().end() + 1, entry.value().end());
    if (!lines.endsLine(end)) {
      return TextChange.refused("something else stands on its line");
    }
    return lines.beginsLine(start)
        ? TextChange.replace(lines.whole(start, end), "")
        : removeBehindDash(index, end);
  }

  /** The next entry moves up to the dash. */
  private TextChange removeBehindDash(int index, int end) {
    int next = mapping.entries().get(1).key().start();
    boolean clean = next > end && text.substring(end, next).isBlank();
    return index == 0 && clean
        ? TextChange.replace(file.range(mapping.start(), next), "")
        : TextChange.refused("a comment stands between it and what would take its place");
  }

  private TextChange removeFromFlow(YamlEntry entry, int index) {
    if (isOfSeveralLines()) {
      return TextChange.refused(SEVERAL_LINES);
    }
    if (!mapping.entries().stream().allMatch(each -> OwnText.isOwnValue(mapping, each))) {
      return TextChange.refused(OwnText.ALIASED);
    }
    boolean last = index + 1 == mapping.entries().size();
    int start = last ? mapping.entries().get(index - 1).range().end() : entry.key().start();
    int end = last ? entry.range().end() : mapping.entries().get(index + 1).key().start();
    return start < end
        ? TextChange.replace(file.range(start, end), "")
        : TextChange.refused(OwnText.ALIASED);
  }

  /** Nothing is left of it, and a key without a value would mean null. */
  private TextChange emptied() {
    int before = lines.endOfTextBefore(mapping.start());
    boolean behindKey = before > 0 && text.charAt(before - 1) == ':';
    if (!lines.endsLine(mapping.end()) && !OwnText.isFlow(mapping)) {
      return TextChange.refused("something else stands on its line");
    }
    return behindKey
        ? TextChange.replace(file.range(before, mapping.end()), " " + EMPTY)
        : TextChange.replace(mapping.range(), EMPTY);
  }
}
