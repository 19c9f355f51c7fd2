package dev.strake.join.resource;

import dev.strake.join.Part;
import dev.strake.value.Quantity;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * So much of each resource. Immutable.
 *
 * @param byName sorted
 */
record Amounts(Map<String, Quantity> byName) {

  static final Amounts NONE = new Amounts(Map.of());

  Amounts {
    byName = Collections.unmodifiableMap(new TreeMap<>(byName));
  }

  /** Those that stand in a mapping of resources. */
  static Amounts of(Part mapping) {
    Map<String, Quantity> amounts = new TreeMap<>();
    for (String name : mapping.keys()) {
      mapping.field(name).quantity().ifPresent(amount -> amounts.put(name, amount));
    }
    return new Amounts(amounts);
  }

  Optional<Quantity> get(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Set<String> names() {
    return byName.keySet();
  }

  Amounts plus(Amounts other) {
    return merge(other, Quantity::plus);
  }

  /** The larger one of each. */
  Amounts max(Amounts other) {
    return merge(other, (a, b) -> a.compareTo(b) >= 0 ? a : b);
  }

  /** These, and of the others those that are not among them. */
  Amounts orElse(Amounts others) {
    return merge(others, (own, other) -> own);
  }

  private Amounts merge(Amounts other, BinaryOperator<Quantity> both) {
    Map<String, Quantity> merged = new TreeMap<>(byName);
    other.byName.forEach((name, amount) -> merged.merge(name, amount, both));
    return new Amounts(merged);
  }
}
