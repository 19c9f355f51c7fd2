package dev.strake.sync.inventory;

import java.util.function.Function;

/** What a live object turned out to be that should stand for a set. */
public sealed interface ParentReading {

  record Ours(ApplySetParent parent) implements ParentReading {}

  /**
   * It is not ours to change: of another tool, or its marks were tampered with.
   *
   * @param reason one line, without a full stop
   */
  record Refused(String reason) implements ParentReading {}

  default <R> R match(Function<ApplySetParent, R> ifOurs, Function<String, R> ifRefused) {
    return this instanceof Ours ours
        ? ifOurs.apply(ours.parent)
        : ifRefused.apply(((Refused) this).reason);
  }
}
