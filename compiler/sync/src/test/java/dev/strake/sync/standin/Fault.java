package dev.strake.sync.standin;

import java.util.Optional;

/** What goes wrong with a request. */
public sealed interface Fault {

  /** An answer of a server that is too busy, or broken; nothing was done. */
  record Answered(int code, Optional<Integer> retryAfterSeconds, String message) implements Fault {}

  /** The connection ends without an answer. */
  record Dropped(boolean afterTheWrite) implements Fault {}

  static Fault answered(int code) {
    return new Answered(code, Optional.empty(), "injected");
  }
}
