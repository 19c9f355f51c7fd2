package dev.strake.sync.host;

/**
 * What came of one host.
 *
 * @param message why it is not done, or what is still to be known; empty if there is nothing
 */
public record HostOutcome(PlannedHost host, Result result, String message) {

  /** How it ended. */
  public enum Result {
    /** It had everything before. */
    CURRENT("current"),
    DONE("done"),
    FAILED("failed"),
    UNREACHABLE("unreachable"),
    /** Nothing is wrong with it; one before it was not done. */
    LEFT("left"),
    /** For people to do. */
    PENDING("pending");

    private final String id;

    Result(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  /** Whether the host has what it shall have. */
  public boolean isFine() {
    return result == Result.CURRENT || result == Result.DONE;
  }
}
