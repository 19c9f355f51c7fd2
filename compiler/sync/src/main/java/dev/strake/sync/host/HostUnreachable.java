package dev.strake.sync.host;

/** A host that does not answer, is not the host that it should be, or does not let us in. */
public final class HostUnreachable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  public HostUnreachable(String reason) {
    super(reason);
    this.reason = reason;
  }

  public HostUnreachable(String reason, Throwable cause) {
    super(reason, cause);
    this.reason = reason;
  }

  /** In words, without the host's name. */
  public String reason() {
    return reason;
  }
}
