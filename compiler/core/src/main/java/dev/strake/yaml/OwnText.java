package dev.strake.yaml;

import java.util.Optional;

/**
 * Whether the text of a node is the node's alone. Behind an alias or a merge key stands the text of
 * another place, and what an anchor names may be used in others.
 */
final class OwnText {

  static final String ANCHORED = "an anchor shares what stands there";
  static final String ALIASED = "an alias or a merge key leads to another place";
  static final String JSON = "the file is JSON";
  static final String ABSENT = "there is nothing at that place";

  private OwnText() {}

  /**
   * Why the text may not be changed; empty if it may.
   *
   * @param path of a node that is there
   */
  static Optional<String> obstacle(YamlMapping root, NodePath path) {
    if (JsonStream.isJson(root.file())) {
      return Optional.of(JSON);
    }
    if (hasProperty(root)) {
      return Optional.of(ANCHORED);
    }
    YamlNode parent = root;
    for (NodePath step : path.steps()) {
      Optional<YamlNode> node = step.below(parent);
      if (node.isEmpty()) {
        return Optional.of(ABSENT);
      }
      Optional<String> here =
          step.lastKey().isPresent()
              ? ofEntry((YamlMapping) parent, step.lastKey().get())
              : ofItem((YamlSequence) parent, node.get());
      if (here.isPresent()) {
        return here;
      }
      parent = node.get();
    }
    return Optional.empty();
  }

  /** Whether the word before a node, maybe on a line above, is an anchor or a tag. */
  static boolean hasProperty(YamlNode node) {
    String text = node.file().text();
    int end = new Lines(node.file()).endOfTextBefore(node.start());
    int start = end;
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    while (start < end && "[{,".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return start < end && "&!".indexOf(text.charAt(start)) >= 0;
  }

  private static Optional<String> ofEntry(YamlMapping mapping, String name) {
    YamlEntry entry = mapping.entry(name).orElseThrow();
    if (!isOwnKey(mapping, entry) || !isOwnValue(mapping, entry)) {
      return Optional.of(ALIASED);
    }
    String between = mapping.file().text().substring(entry.key().end(), entry.value().start());
    return between.contains("&") ? Optional.of(ANCHORED) : Optional.empty();
  }

  /** Keys of one block stand below each other; those of a merged mapping stand elsewhere. */
  static boolean isOwnKey(YamlMapping mapping, YamlEntry entry) {
    YamlScalar key = entry.key();
    if (key.start() < mapping.start() || key.end() > mapping.end()) {
      return false;
    }
    return isFlow(mapping)
        ? !merges(mapping)
        : mapping.range().startPosition().column() == key.range().startPosition().column();
  }

  static boolean isOwnValue(YamlMapping mapping, YamlEntry entry) {
    YamlNode value = entry.value();
    return value.file() == mapping.file()
        && value.start() >= entry.key().end()
        && value.end() <= mapping.end();
  }

  private static Optional<String> ofItem(YamlSequence list, YamlNode item) {
    if (!isOwnItem(list, item)) {
      return Optional.of(ALIASED);
    }
    return hasProperty(item) ? Optional.of(ANCHORED) : Optional.empty();
  }

  static boolean isOwnItem(YamlSequence list, YamlNode item) {
    return item.file() == list.file() && item.start() >= list.start() && item.end() <= list.end();
  }

  static boolean isFlow(YamlNode node) {
    return node.start() < node.end() && "{[".indexOf(node.file().text().charAt(node.start())) >= 0;
  }

  /** Whether a merge key may stand in a mapping or below it. */
  static boolean merges(YamlMapping mapping) {
    return mapping.range().text().contains("<<");
  }
}
