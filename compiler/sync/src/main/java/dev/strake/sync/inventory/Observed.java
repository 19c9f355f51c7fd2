package dev.strake.sync.inventory;

import dev.strake.sync.object.KubernetesObject;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a sync saw when it asked for an object. */
public sealed interface Observed {

  record Found(KubernetesObject object) implements Observed {}

  /** The server says that there is none. */
  record Absent() implements Observed {}

  /**
   * Nobody can tell: it may not be read, or its API did not answer.
   *
   * @param reason one line, without a full stop
   */
  record Unread(String reason) implements Observed {}

  default <R> R match(
      Function<KubernetesObject, R> ifFound, Supplier<R> ifAbsent, Function<String, R> ifUnread) {
    if (this instanceof Found found) {
      return ifFound.apply(found.object);
    }
    return this instanceof Unread unread ? ifUnread.apply(unread.reason) : ifAbsent.get();
  }
}
