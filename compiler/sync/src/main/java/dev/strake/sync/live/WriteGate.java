package dev.strake.sync.live;

/**
 * Whether this process may still change a cluster. It is asked each time that a write is sent, also
 * when it is sent again: whoever has lost its Lease while it slept must not go on where it was.
 */
@FunctionalInterface
public interface WriteGate {

  boolean isOpen();

  /** Of a process that shares its cluster with nobody. */
  static WriteGate open() {
    return () -> true;
  }
}
