package dev.strake.sync.live;

/** No answer, or none that a Kubernetes API server gives, after all attempts. */
public final class ClusterUnreachable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ClusterUnreachable(String message, Throwable cause) {
    super(message, cause);
  }

  public ClusterUnreachable(String message) {
    super(message);
  }
}
