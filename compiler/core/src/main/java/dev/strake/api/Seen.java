package dev.strake.api;

import java.util.HashMap;
import java.util.Map;

/** Finds what stands twice where it may stand once. */
final class Seen {

  private final Map<String, Cursor> first = new HashMap<>();

  /**
   * Reports a value that was added before; empty ones do not count.
   *
   * @param what the value in words, for the message
   */
  void add(Cursor at, String value, String what) {
    if (value.isEmpty()) {
      return;
    }
    Cursor earlier = first.putIfAbsent(value, at);
    if (earlier != null) {
      at.duplicate(earlier, what);
    }
  }

  /** Notes a value without asking whether it stood before. */
  void remember(Cursor at, String value) {
    if (!value.isEmpty()) {
      first.putIfAbsent(value, at);
    }
  }

  boolean has(String value) {
    return first.containsKey(value);
  }
}
