package dev.strake.sync.serve;

/** Answers requests; called by several threads at once. */
@FunctionalInterface
public interface Handler {
  Reply answer(Request request);
}
