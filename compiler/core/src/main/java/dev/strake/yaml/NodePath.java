package dev.strake.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way from a document's root to a node: keys and list positions. */
public final class NodePath {

  /** The document itself. */
  public static final NodePath ROOT = new NodePath(null, null, -1);

  private final @Nullable NodePath parent;
  private final @Nullable String key;
  private final int position;

  private NodePath(@Nullable NodePath parent, @Nullable String key, int position) {
    this.parent = parent;
    this.key = key;
    this.position = position;
  }

  /** The path of several keys below the root. */
  public static NodePath of(String... keys) {
    NodePath path = ROOT;
    for (String key : keys) {
      path = path.key(key);
    }
    return path;
  }

  public NodePath key(String name) {
    return new NodePath(this, name, -1);
  }

  public NodePath index(int i) {
    return new NodePath(this, null, i);
  }

  /** Null only for the root. */
  public @Nullable NodePath parent() {
    return parent;
  }

  /** The last step's key; empty for the root and for a list position. */
  public Optional<String> lastKey() {
    return Optional.ofNullable(key);
  }

  /** The node at this path below a root; empty if there is none. */
  public Optional<YamlNode> find(YamlNode root) {
    if (parent == null) {
      return Optional.of(root);
    }
    return parent.find(root).flatMap(this::below);
  }

  /** What the last step of this path leads to. */
  Optional<YamlNode> below(YamlNode node) {
    if (key != null) {
      return node instanceof YamlMapping mapping ? mapping.get(key) : Optional.empty();
    }
    return node instanceof YamlSequence list && position < list.items().size()
        ? Optional.of(list.items().get(position))
        : Optional.empty();
  }

  /** As a JSON Pointer (RFC 6901); the root is the empty text. */
  public String pointer() {
    StringBuilder out = new StringBuilder();
    for (NodePath step : steps()) {
      out.append('/');
      if (step.key == null) {
        out.append(step.position);
      } else {
        out.append(step.key.replace("~", "~0").replace("/", "~1"));
      }
    }
    return out.toString();
  }

  /** As people write it: {@code spec.nodePools[1].name}. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (NodePath step : steps()) {
      if (step.key == null) {
        out.append('[').append(step.position).append(']');
      } else {
        out.append(out.isEmpty() ? "" : ".").append(step.key);
      }
    }
    return out.toString();
  }

  /** The paths that lead here, each a step longer than the one before; the root is none. */
  Deque<NodePath> steps() {
    Deque<NodePath> steps = new ArrayDeque<>();
    for (NodePath at = this; at.parent != null; at = at.parent) {
      steps.addFirst(at);
    }
    return steps;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NodePath that
        && position == that.position
        && Objects.equals(key, that.key)
        && Objects.equals(parent, that.parent);
  }

  @Override
  public int hashCode() {
    return Objects.hash(parent, key, position);
  }
}
