package dev.strake.sync.host;

/** How the last run of bootstrap.sh that a sync has started stands. */
record HostRun(Kind kind, int status) {

  enum Kind {
    /** There was none since the host has started. */
    NONE,
    RUNNING,
    /** Somebody else runs bootstrap.sh. */
    BUSY,
    ENDED,
    /** It neither goes on nor has ended: the host was switched off, or the run was killed. */
    LOST
  }

  static final HostRun NONE = new HostRun(Kind.NONE, 0);

  /**
   * @param words after {@code @run}
   */
  static HostRun parse(String words) {
    return switch (words) {
      case "running" -> new HostRun(Kind.RUNNING, 0);
      case "busy" -> new HostRun(Kind.BUSY, 0);
      case "lost" -> new HostRun(Kind.LOST, 0);
      default -> ended(words);
    };
  }

  private static HostRun ended(String words) {
    if (!words.matches("ended [0-9]{1,3}")) {
      throw new HostUnreachable("the host says what nobody understands: @run");
    }
    return new HostRun(Kind.ENDED, Integer.parseInt(words.substring("ended ".length())));
  }

  boolean isUnderWay() {
    return kind == Kind.RUNNING || kind == Kind.BUSY;
  }

  boolean hasFailed() {
    return kind == Kind.LOST || (kind == Kind.ENDED && status != 0);
  }
}
