package dev.strake.sync.reconcile;

/**
 * One attempt to bring a cluster to a commit. It keeps what one step makes for the next, and is
 * closed in the end however that is.
 */
public interface Attempt extends AutoCloseable {

  /** Called for each step in order, until one fails. What goes wrong is said, never thrown. */
  StepResult run(Step step);

  @Override
  void close();
}
