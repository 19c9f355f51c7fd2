package dev.strake.yaml;

import dev.strake.diagnostic.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes to nodes, as edits of the text that they were read from. Everything around them stays as
 * it is: comments, indentation, quotes, line breaks.
 *
 * <p>Only a node whose text is its own is changed: none of a JSON file, none behind an alias or a
 * merge key, and none that an anchor names.
 */
public final class NodeChanges {

  private NodeChanges() {}

  /**
   * Writes a scalar: in the place of another, or where there is nothing yet. Mappings that it lies
   * in and that are missing are made.
   *
   * @param part a mapping or a scalar that is there
   * @param keys below the part; none for the part itself
   */
  public static TextChange set(
      YamlMapping root, NodePath part, List<String> keys, NewScalar value) {
    NodePath at = part;
    List<String> missing = new ArrayList<>(keys);
    while (!missing.isEmpty() && at.key(missing.get(0)).find(root).isPresent()) {
      at = at.key(missing.remove(0));
    }
    Optional<String> obstacle = OwnText.obstacle(root, at);
    if (obstacle.isPresent()) {
      return TextChange.refused(obstacle.get());
    }
    YamlNode node = at.find(root).orElseThrow();
    if (missing.isEmpty()) {
      return node instanceof YamlScalar scalar
          ? write(scalar, value)
          : TextChange.refused("there is %s".formatted(node.description()));
    }
    return node instanceof YamlMapping mapping
        ? new MappingText(mapping).add(missing, value)
        : TextChange.refused("there is %s".formatted(node.description()));
  }

  private static TextChange write(YamlScalar old, NewScalar value) {
    String text = old.file().text();
    if (old.start() == old.end()) {
      int before = new Lines(old.file()).endOfTextBefore(old.start());
      return before > 0 && text.charAt(before - 1) == ':'
          ? TextChange.replace(old.file().range(before, before), " " + value.inFlow())
          : TextChange.refused("there is no value to replace");
    }
    if (old.style() == ScalarStyle.LITERAL
        || old.style() == ScalarStyle.FOLDED
        || old.range().text().indexOf('\n') >= 0) {
      return TextChange.refused("the text reaches over several lines");
    }
    return OwnText.hasProperty(old)
        ? TextChange.refused("it has a tag")
        : TextChange.replace(old.range(), value.inPlaceOf(old));
  }

  /**
   * Removes what is at a path: an entry of a mapping with its key, or an item of a list. What
   * becomes empty is written as such, {@code {}} or {@code []}.
   */
  public static TextChange remove(YamlMapping root, NodePath path) {
    Optional<String> obstacle = OwnText.obstacle(root, path);
    NodePath owner = path.parent();
    if (obstacle.isPresent() || owner == null) {
      return TextChange.refused(obstacle.orElse("it is the whole document"));
    }
    YamlNode node = path.find(root).orElseThrow();
    YamlNode parent = owner.find(root).orElseThrow();
    if (parent instanceof YamlMapping mapping) {
      return new MappingText(mapping)
          .remove(mapping.entry(path.lastKey().orElseThrow()).orElseThrow());
    }
    YamlSequence list = (YamlSequence) parent;
    return new SequenceText(list).remove(list.items().indexOf(node));
  }

  /**
   * Puts another text in the place of a scalar, as it stands there.
   *
   * @param edit of the scalar's own range
   */
  public static TextChange replace(YamlMapping root, NodePath path, Fix.Edit edit) {
    return OwnText.obstacle(root, path)
        .map(TextChange::refused)
        .orElseGet(() -> new TextChange.Edits(List.of(edit)));
  }

  /** Gives an entry another key, in the quotes of the old one. */
  public static TextChange rename(YamlMapping root, NodePath path, String name) {
    NodePath owner = path.parent();
    if (owner == null || path.lastKey().isEmpty()) {
      return TextChange.refused("it has no key");
    }
    Optional<String> obstacle = OwnText.obstacle(root, owner);
    if (obstacle.isPresent()) {
      return TextChange.refused(obstacle.get());
    }
    YamlMapping mapping = (YamlMapping) owner.find(root).orElseThrow();
    YamlEntry entry = mapping.entry(path.lastKey().get()).orElseThrow();
    return OwnText.isOwnKey(mapping, entry)
        ? TextChange.replace(entry.key().range(), NewScalar.ofString(name).inPlaceOf(entry.key()))
        : TextChange.refused(OwnText.ALIASED);
  }
}
