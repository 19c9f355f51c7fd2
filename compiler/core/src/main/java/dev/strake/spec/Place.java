package dev.strake.spec;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import dev.strake.value.Quoted;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import org.jspecify.annotations.Nullable;

/**
 * A node with the way that led to it.
 *
 * @param key what it stands behind; null for a document and a list's item
 */
record Place(YamlNode node, NodePath path, @Nullable YamlScalar key) {

  private static final int LONGEST_NAME = 80;

  static Place root(YamlNode root) {
    return new Place(root, NodePath.ROOT, null);
  }

  Place at(YamlEntry entry) {
    return new Place(entry.value(), path.key(entry.name()), entry.key());
  }

  Place item(YamlSequence list, int index) {
    return new Place(list.items().get(index), path.index(inItsFile(list, index)), null);
  }

  /** A list may be put together from several files; each counts from 0. */
  private static int inItsFile(YamlSequence list, int index) {
    SourceFile file = list.items().get(index).file();
    if (file == list.file()) {
      return index;
    }
    int first = index;
    while (first > 0 && list.items().get(first - 1).file() == file) {
      first--;
    }
    return index - first;
  }

  /** The value of one of a mapping's keys; null if it has no such key. */
  @Nullable Place child(String name) {
    return node instanceof YamlMapping mapping
        ? mapping.entry(name).map(this::at).orElse(null)
        : null;
  }

  /** What to underline: a scalar itself, the key of anything larger, a list item's first line. */
  SourceRange range() {
    boolean visibleScalar = node instanceof YamlScalar && node.start() < node.end();
    if (visibleScalar) {
      return node.range();
    }
    return key == null ? firstLine() : key.range();
  }

  /** The key; where there is none, the first line. */
  SourceRange keyRange() {
    return key == null ? firstLine() : key.range();
  }

  private SourceRange firstLine() {
    SourceFile file = node.file();
    int lineEnd = file.line(node.range().startPosition().line()).end();
    return file.range(node.start(), Math.max(node.start(), Math.min(node.end(), lineEnd)));
  }

  Origin origin() {
    return new Origin(range(), path);
  }

  Diagnostic finding(Code code, String message) {
    return Diagnostic.of(code, range(), message).withPath(path.pointer());
  }

  Diagnostic findingAtKey(Code code, String message) {
    return Diagnostic.of(code, keyRange(), message).withPath(path.pointer());
  }

  /** As messages name it: {@code spec.nodePools[1].name}. */
  String name() {
    String name = path.toString();
    if (name.isEmpty()) {
      return "the document";
    }
    boolean tooLong = name.length() > LONGEST_NAME;
    return Quoted.plain(tooLong ? path.lastKey().orElse("the item") : name);
  }
}
