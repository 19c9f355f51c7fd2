package dev.strake.sync.status;

/** What has become of a commit so far. */
public enum CommitState {
  /** It is being synced, or waits for its time. */
  PENDING,
  /** The cluster has converged on it. */
  SUCCESS,
  /** It has not. */
  FAILURE
}
