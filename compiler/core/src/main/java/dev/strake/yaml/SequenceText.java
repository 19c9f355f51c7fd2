package dev.strake.yaml;

import dev.strake.source.SourceFile;

/** The text of a list, of which an item is removed. */
final class SequenceText {

  private final YamlSequence list;
  private final SourceFile file;
  private final String text;
  private final Lines lines;

  SequenceText(YamlSequence list) {
    this.list = list;
    this.file = list.file();
    this.text = file.text();
    this.lines = new Lines(file);
  }

  /** Takes an item away that is the list's own, with its lines. */
  TextChange remove(int index) {
    YamlNode item = list.items().get(index);
    if (OwnText.isFlow(list)) {
      return removeFromFlow(item, index);
    }
    int dash = lines.endOfTextBefore(item.start());
    boolean alone =
        dash > 0
            && text.charAt(dash - 1) == '-'
            && lines.beginsLine(dash - 1)
            && lines.endsLine(item.end());
    if (!alone) {
      return TextChange.refused("something else stands on its line");
    }
    return list.items().size() == 1
        ? emptied(dash - 1)
        : TextChange.replace(lines.whole(dash - 1, item.end()), "");
  }

  private TextChange removeFromFlow(YamlNode item, int index) {
    if (list.range().text().indexOf('\n') >= 0) {
      return TextChange.refused("the brackets reach over several lines");
    }
    if (!isInOrder()) {
      return TextChange.refused(OwnText.ALIASED);
    }
    if (list.items().size() == 1) {
      return TextChange.replace(list.range(), "[]");
    }
    boolean last = index + 1 == list.items().size();
    int start = last ? list.items().get(index - 1).end() : item.start();
    int end = last ? item.end() : list.items().get(index + 1).start();
    return TextChange.replace(file.range(start, end), "");
  }

  /** What an alias leads to stands before the others. */
  private boolean isInOrder() {
    int end = list.start();
    for (YamlNode item : list.items()) {
      if (!OwnText.isOwnItem(list, item) || item.start() < end) {
        return false;
      }
      end = item.end();
    }
    return true;
  }

  /** A key without a value would mean null. */
  private TextChange emptied(int dash) {
    int before = lines.endOfTextBefore(dash);
    return before > 0 && text.charAt(before - 1) == ':'
        ? TextChange.replace(file.range(before, list.items().get(0).end()), " []")
        : TextChange.refused("it is the only item");
  }
}
