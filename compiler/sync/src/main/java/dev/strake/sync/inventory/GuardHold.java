package dev.strake.sync.inventory;

import dev.strake.sync.object.ObjectIdentity;
import java.util.List;

/**
 * A guard that stepped in.
 *
 * @param message one line, without a full stop, with the numbers
 * @param objects that are not deleted because of it
 */
public record GuardHold(Guard guard, String message, List<ObjectIdentity> objects) {

  public GuardHold {
    objects = List.copyOf(objects);
  }
}
