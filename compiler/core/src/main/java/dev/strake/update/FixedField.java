package dev.strake.update;

import dev.strake.difference.FieldChange;
import dev.strake.value.Quantity;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A part of a kind's objects that stays as it was made.
 *
 * @param group empty for the core group
 * @param pointer to the part; all below it stays, too
 * @param but names directly below it that may change
 * @param absent what stands for the part if it is not there; {@link #NOTHING} or {@link #ANYTHING}
 *     if that is not one value
 * @param remedy what to do if the change is meant
 */
record FixedField(
    String group,
    String kind,
    String pointer,
    Set<String> but,
    String absent,
    Leeway leeway,
    String remedy) {

  static final String NOTHING = "-";
  static final String ANYTHING = "?";

  /** Whether a difference is one to the API server, too, and lies in this part. */
  boolean isBrokenBy(FieldChange change, Set<String> serverDefaults) {
    String at = change.path().pointer();
    return isCovered(at) && !isSame(change, at.equals(pointer), serverDefaults);
  }

  private boolean isCovered(String at) {
    if (!at.startsWith(pointer + "/")) {
      return at.equals(pointer);
    }
    String below = at.substring(pointer.length() + 1);
    int slash = below.indexOf('/');
    return !but.contains(slash < 0 ? below : below.substring(0, slash));
  }

  private boolean isSame(FieldChange change, boolean whole, Set<String> serverDefaults) {
    @Nullable YamlNode before = present(change.before());
    @Nullable YamlNode after = present(change.after());
    if (before != null && after != null) {
      return isSameQuantity(before, after);
    }
    @Nullable YamlNode only = before == null ? after : before;
    if (only == null || (isFalse(only) && !absent.equals("true"))) {
      return true;
    }
    if (whole) {
      return absent.equals(ANYTHING) || absent.equals(value(only));
    }
    return change.path().lastKey().map(serverDefaults::contains).orElse(false);
  }

  /** Null for what the server decodes to nothing: null and whatever is empty. */
  private static @Nullable YamlNode present(@Nullable YamlNode node) {
    boolean nothing =
        (node instanceof YamlScalar scalar && (scalar.isNull() || scalar.value().isEmpty()))
            || (node instanceof YamlMapping mapping && mapping.entries().isEmpty())
            || (node instanceof YamlSequence list && list.items().isEmpty());
    return nothing ? null : node;
  }

  /** Which is as good as absent, where the default is not the opposite. */
  private static boolean isFalse(YamlNode node) {
    return node instanceof YamlScalar scalar
        && !scalar.isString()
        && scalar.value().equals("false");
  }

  private static boolean isSameQuantity(YamlNode before, YamlNode after) {
    Optional<Quantity> left = quantity(before);
    Optional<Quantity> right = quantity(after);
    return left.isPresent() && right.isPresent() && left.get().compareTo(right.get()) == 0;
  }

  static Optional<Quantity> quantity(YamlNode node) {
    return Update.text(node)
        .flatMap(
            text -> Quantity.parse(text).match(Optional::of, bad -> Optional.<Quantity>empty()));
  }

  private static String value(YamlNode node) {
    return node instanceof YamlSequence list
        ? list.items().stream().map(FixedField::value).collect(Collectors.joining(","))
        : Update.text(node).orElse("");
  }
}
