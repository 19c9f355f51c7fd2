package dev.strake.sync.live;

/** Whether a request changes anything. */
public enum Write {
  /** The server does all it would do, and keeps nothing. */
  DRY_RUN,
  PERSISTED
}
