package dev.strake.difference;

import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares two trees by what they mean: the order of keys and the way in which a scalar is written
 * are no difference. Items of a list are told apart by their {@code name} if all of them have one,
 * so that a container that is put before another one is one change.
 */
public final class FieldChanges {

  private static final String NAME = "name";

  private final List<FieldChange> found = new ArrayList<>();

  private FieldChanges() {}

  /** The smallest parts that differ, in the order of the later tree, removed ones last. */
  public static List<FieldChange> between(YamlNode before, YamlNode after) {
    FieldChanges changes = new FieldChanges();
    changes.compare(NodePath.ROOT, before, after);
    return List.copyOf(changes.found);
  }

  private void compare(NodePath path, YamlNode before, YamlNode after) {
    if (before instanceof YamlMapping left && after instanceof YamlMapping right) {
      compareMappings(path, left, right);
    } else if (before instanceof YamlSequence left && after instanceof YamlSequence right) {
      compareLists(path, left.items(), right.items());
    } else if (!isSameScalar(before, after)) {
      found.add(new FieldChange(path, before, after));
    }
  }

  private static boolean isSameScalar(YamlNode before, YamlNode after) {
    return before instanceof YamlScalar left
        && after instanceof YamlScalar right
        && left.type() == right.type()
        && left.value().equals(right.value());
  }

  private void compareMappings(NodePath path, YamlMapping before, YamlMapping after) {
    for (YamlEntry entry : after.entries()) {
      compareOrAdd(path.key(entry.name()), before.get(entry.name()).orElse(null), entry.value());
    }
    for (YamlEntry entry : before.entries()) {
      if (after.get(entry.name()).isEmpty()) {
        found.add(new FieldChange(path.key(entry.name()), entry.value(), null));
      }
    }
  }

  private void compareOrAdd(NodePath path, @Nullable YamlNode before, YamlNode after) {
    if (before == null) {
      found.add(new FieldChange(path, null, after));
    } else {
      compare(path, before, after);
    }
  }

  private void compareLists(NodePath path, List<YamlNode> before, List<YamlNode> after) {
    Optional<Map<String, Integer>> left = byName(before);
    Optional<Map<String, Integer>> right = byName(after);
    if (left.isPresent() && right.isPresent()) {
      compareByName(path, before, left.get(), after, right.get());
    } else {
      compareByPosition(path, before, after);
    }
  }

  private void compareByPosition(NodePath path, List<YamlNode> before, List<YamlNode> after) {
    for (int i = 0; i < after.size(); i++) {
      compareOrAdd(path.index(i), i < before.size() ? before.get(i) : null, after.get(i));
    }
    for (int i = after.size(); i < before.size(); i++) {
      found.add(new FieldChange(path.index(i), before.get(i), null));
    }
  }

  private void compareByName(
      NodePath path,
      List<YamlNode> before,
      Map<String, Integer> left,
      List<YamlNode> after,
      Map<String, Integer> right) {
    right.forEach(
        (name, at) -> {
          Integer was = left.get(name);
          compareOrAdd(path.index(at), was == null ? null : before.get(was), after.get(at));
        });
    left.forEach(
        (name, at) -> {
          if (!right.containsKey(name)) {
            found.add(new FieldChange(path.index(at), before.get(at), null));
          }
        });
  }

  /** Positions by name; empty if an item has none, or two have the same. */
  private static Optional<Map<String, Integer>> byName(List<YamlNode> items) {
    Map<String, Integer> positions = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      Optional<String> name =
          items.get(i) instanceof YamlMapping item ? item.string(NAME) : Optional.empty();
      if (name.isEmpty() || positions.put(name.get(), i) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(positions);
  }
}
