package dev.strake.sync.inventory;

import dev.strake.sync.object.ObjectIdentity;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything that a set has applied and not yet deleted. A value: each change gives another.
 *
 * <p>Before an apply it is written {@link #withIntents with what will be applied}, so that a crash
 * leaves nothing behind that no inventory knows; after it with what {@link #with came of it}.
 */
public final class Inventory {

  public static final Inventory EMPTY = new Inventory(new TreeMap<>());

  private final NavigableMap<ObjectIdentity, InventoryEntry> entries;

  private Inventory(NavigableMap<ObjectIdentity, InventoryEntry> entries) {
    this.entries = Collections.unmodifiableNavigableMap(entries);
  }

  /** Of two entries for one object the later counts. */
  public static Inventory of(Collection<InventoryEntry> entries) {
    return EMPTY.with(entries);
  }

  public Inventory with(Collection<InventoryEntry> more) {
    NavigableMap<ObjectIdentity, InventoryEntry> all = new TreeMap<>(entries);
    more.forEach(entry -> all.put(entry.identity(), entry));
    return new Inventory(all);
  }

  /** With those that are not known yet; what is known of an object's UID is never lost. */
  public Inventory withIntents(Collection<InventoryEntry> intents) {
    NavigableMap<ObjectIdentity, InventoryEntry> all = new TreeMap<>(entries);
    intents.forEach(entry -> all.putIfAbsent(entry.identity(), entry));
    return new Inventory(all);
  }

  public Inventory without(Collection<ObjectIdentity> gone) {
    NavigableMap<ObjectIdentity, InventoryEntry> left = new TreeMap<>(entries);
    gone.forEach(left::remove);
    return new Inventory(left);
  }

  public Optional<InventoryEntry> find(ObjectIdentity identity) {
    return Optional.ofNullable(entries.get(identity));
  }

  /** In the order of their identities. */
  public List<InventoryEntry> entries() {
    return List.copyOf(entries.values());
  }

  public Set<ObjectIdentity> identities() {
    return entries.keySet();
  }

  public SetScope scope() {
    return SetScope.of(entries.keySet());
  }

  public int size() {
    return entries.size();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Inventory inventory && inventory.entries.equals(entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return entries.keySet().toString();
  }
}
