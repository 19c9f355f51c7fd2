package dev.strake.sync.inventory;

import dev.strake.sync.object.ObjectIdentity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts an inventory into texts that fit a ConfigMap each. An object's shard follows from its
 * identity, so that a change of one object changes one shard, until their number doubles.
 */
final class Shards {

  /**
   * Half of what a ConfigMap may hold.
   *
   * @see <a href="https://kubernetes.io/docs/concepts/configuration/configmap/#motivation">A
   *     ConfigMap cannot exceed 1 MiB</a>
   */
  static final int LARGEST = 512 * 1024;

  private static final int MOST = 1 << 12;

  private Shards() {}

  /** At least one; never an empty one among several. */
  static List<String> of(Inventory inventory) {
    for (int count = 1; count <= MOST; count *= 2) {
      List<String> texts = cut(inventory, count);
      if (texts.stream().allMatch(Shards::fits)) {
        return texts;
      }
    }
    throw new IllegalArgumentException("an entry is larger than a shard");
  }

  private static boolean fits(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length <= LARGEST;
  }

  private static List<String> cut(Inventory inventory, int count) {
    if (count == 1) {
      return List.of(EntriesText.write(inventory.entries()));
    }
    List<List<InventoryEntry>> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(new ArrayList<>());
    }
    for (InventoryEntry entry : inventory.entries()) {
      parts.get(place(entry.identity()) & (count - 1)).add(entry);
    }
    return parts.stream().filter(part -> !part.isEmpty()).map(EntriesText::write).toList();
  }

  private static int place(ObjectIdentity identity) {
    String text =
        String.join("/", identity.namespace(), identity.kind(), identity.group(), identity.name());
    return ByteBuffer.wrap(Digests.sha256(text)).getInt();
  }
}
