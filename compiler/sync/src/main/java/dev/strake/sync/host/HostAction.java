package dev.strake.sync.host;

/** What becomes of a host. */
public enum HostAction {
  /** It has recorded that all of its folder is applied. */
  CURRENT("current", " "),
  /** It has never recorded anything. */
  BOOTSTRAP("bootstrap", "+"),
  /** What it has applied is not what it shall have. */
  UPDATE("update", "~"),
  /** Its bootstrap.sh is at work, and is waited for. */
  FOLLOW("follow", "~"),
  /** Its kubelet is of another version, which bootstrap.sh never changes. */
  UPGRADE("upgrade", "!"),
  /** It would begin a new cluster, and there is one. */
  BLOCKED("blocked", "!"),
  UNREACHABLE("unreachable", "!"),
  /** Nobody has looked, because there is no way to it. */
  PENDING("pending", "?");

  private final String id;
  private final String sign;

  HostAction(String id, String sign) {
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

  /** Whether a sync that has a way to the host does something about it. */
  public boolean isWork() {
    return this == BOOTSTRAP || this == UPDATE || this == FOLLOW;
  }
}
