package dev.strake.sync.inventory;

import dev.strake.sync.object.KubernetesObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what {@link StoredInventory} wrote, and refuses what it cannot have written. */
public final class InventoryReader {

  private final KubernetesObject parent;
  private final ApplySetId set;
  private final Map<String, KubernetesObject> shards = new HashMap<>();

  private InventoryReader(KubernetesObject parent, Collection<KubernetesObject> shards) {
    this.parent = parent;
    this.set = ApplySetId.of(parent.identity());
    shards.forEach(shard -> this.shards.put(shard.name(), shard));
  }

  /**
   * A parent that is there but holds nothing is corrupt: somebody emptied it. A set without a
   * parent is new, and its inventory is {@link Inventory#EMPTY}.
   *
   * @param shards those that are live; more than the parent names do no harm
   */
  public static InventoryReading read(
      KubernetesObject parent, Collection<KubernetesObject> shards) {
    try {
      return new InventoryReading.Sound(new InventoryReader(parent, shards).inventory());
    } catch (MalformedInventory e) {
      return new InventoryReading.Corrupt("the inventory in " + parent + ": " + e.reason());
    }
  }

  private Inventory inventory() throws MalformedInventory {
    String format = needed(StoredInventory.FORMAT_KEY);
    if (!format.equals(StoredInventory.FORMAT)) {
      throw new MalformedInventory(
          "its format is " + format + ", and only " + StoredInventory.FORMAT + " is known");
    }
    Optional<String> list = data(parent, StoredInventory.SHARDS_KEY);
    if (list.isPresent() && data(parent, StoredInventory.ENTRIES_KEY).isPresent()) {
      throw new MalformedInventory("it has entries of its own beside shards");
    }
    return list.isPresent() ? sharded(list.get()) : whole();
  }

  private Inventory whole() throws MalformedInventory {
    String text = needed(StoredInventory.ENTRIES_KEY);
    verify(StoredInventory.ENTRIES_KEY, text);
    return distinct(EntriesText.read(text));
  }

  private Inventory sharded(String list) throws MalformedInventory {
    verify(StoredInventory.SHARDS_KEY, list);
    List<InventoryEntry> entries = new ArrayList<>();
    for (String line : list.lines().toList()) {
      String[] words = line.split(" ", -1);
      if (words.length != 2) {
        throw new MalformedInventory("a line in its list of shards is not one: " + line);
      }
      entries.addAll(EntriesText.read(shard(words[0], words[1])));
    }
    return distinct(entries);
  }

  private String shard(String name, String digest) throws MalformedInventory {
    KubernetesObject shard = shards.get(name);
    if (shard == null) {
      throw new MalformedInventory("its shard " + name + " is missing");
    }
    String text = data(shard, StoredInventory.ENTRIES_KEY).orElse("");
    if (!StoredInventory.shardDigest(set, text).equals(digest)) {
      throw new MalformedInventory("its shard " + name + " was changed");
    }
    return text;
  }

  private void verify(String key, String text) throws MalformedInventory {
    if (!StoredInventory.digest(set, key, text).equals(needed(StoredInventory.DIGEST_KEY))) {
      throw new MalformedInventory("its " + key + " do not have the digest that they should have");
    }
  }

  private String needed(String key) throws MalformedInventory {
    return data(parent, key).orElseThrow(() -> new MalformedInventory("it has no " + key));
  }

  private static Optional<String> data(KubernetesObject configMap, String key) {
    return configMap.text("data", key);
  }

  private static Inventory distinct(List<InventoryEntry> entries) throws MalformedInventory {
    Inventory inventory = Inventory.of(entries);
    if (inventory.size() != entries.size()) {
      throw new MalformedInventory("it names an object twice");
    }
    return inventory;
  }
}
