package dev.strake.manifest;

import dev.strake.source.SourceRange;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tightest place that stands for a part of a document: a scalar itself, the key of anything
 * larger, and for a part that is missing, whatever it is missing from.
 */
public final class NodePlace {

  private NodePlace() {}

  /** The place of what a path names, or of the innermost that there is of it. */
  public static SourceRange of(YamlMapping root, NodePath path) {
    @Nullable NodePath at = path;
    while (at != null) {
      Optional<YamlNode> node = at.find(root);
      if (node.isPresent()) {
        return existing(root, at, node.get());
      }
      at = at.parent();
    }
    return firstLine(root);
  }

  private static SourceRange existing(YamlMapping root, NodePath path, YamlNode node) {
    boolean visibleScalar = node instanceof YamlScalar && node.start() < node.end();
    return visibleScalar ? node.range() : key(root, path).orElseGet(() -> firstLine(node));
  }

  private static Optional<SourceRange> key(YamlMapping root, NodePath path) {
    return Optional.ofNullable(path.parent())
        .flatMap(parent -> parent.find(root))
        .filter(YamlMapping.class::isInstance)
        .map(YamlMapping.class::cast)
        .flatMap(parent -> path.lastKey().flatMap(parent::entry))
        .map(YamlEntry::key)
        .map(YamlNode::range);
  }

  /** A mapping in a list has no key, and the whole of it would underline too much. */
  public static SourceRange firstLine(YamlNode node) {
    int lineEnd = node.file().line(node.range().startPosition().line()).end();
    return node.file().range(node.start(), Math.max(node.start(), Math.min(node.end(), lineEnd)));
  }
}
