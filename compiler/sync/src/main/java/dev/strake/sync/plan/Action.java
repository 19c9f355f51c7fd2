package dev.strake.sync.plan;

/** What becomes of one object. */
public enum Action {
  CREATE("create", "+"),
  CHANGE("change", "~"),
  /** Nothing but the ownership of fields that are as they shall be. */
  ADOPT("adopt", "~"),
  /** Deleted and made anew, since the server proved that it cannot be changed. */
  RECREATE("recreate", "±"),
  UNCHANGED("unchanged", " "),
  PRUNE("prune", "-"),
  /** Not among what shall be there, and left alone all the same. */
  KEEP("keep", " "),
  /** Cannot be said before something else is there. */
  WAITING("waiting", "?"),
  /** Not possible, for a reason that is told. */
  BLOCKED("blocked", "!");

  private final String id;
  private final String sign;

  Action(String id, String sign) {
    this.id = id;
    this.sign = sign;
  }

  /** As plan files name it. */
  public String id() {
    return id;
  }

  /** As a text shows it, one character. */
  public String sign() {
    return sign;
  }

  /** Whether it writes to the cluster. */
  public boolean writes() {
    return this == CREATE
        || this == CHANGE
        || this == ADOPT
        || this == RECREATE
        || this == PRUNE
        || this == WAITING;
  }
}
