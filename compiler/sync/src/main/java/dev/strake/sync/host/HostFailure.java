package dev.strake.sync.host;

/** Ends the work on one host. Never leaves this package. */
final class HostFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  HostFailure(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** In words, without the host's name; the first line says it, others are what the host said. */
  String reason() {
    return reason;
  }
}
