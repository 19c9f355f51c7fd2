package dev.strake.sync.inventory;

import java.util.function.Function;

/** What came of reading a stored inventory. */
public sealed interface InventoryReading {

  record Sound(Inventory inventory) implements InventoryReading {}

  /**
   * It cannot be trusted. Nothing may be pruned by it; {@link InventoryRebuild} makes another.
   *
   * @param reason one line, without a full stop
   */
  record Corrupt(String reason) implements InventoryReading {}

  default <R> R match(Function<Inventory, R> ifSound, Function<String, R> ifCorrupt) {
    return this instanceof Sound sound
        ? ifSound.apply(sound.inventory)
        : ifCorrupt.apply(((Corrupt) this).reason);
  }
}
