package dev.strake.sync.live;

/** A write was not sent, because this process may not change the cluster any more. */
public final class GateClosed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  GateClosed() {
    super("somebody else may change the cluster by now");
  }
}
