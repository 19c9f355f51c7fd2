package dev.strake.sync.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * A few threads that ask a server at the same time. The server itself says when that is too much,
 * and is then asked again later.
 */
public final class Workers implements AutoCloseable {

  private final ExecutorService threads;

  /**
   * @param count how many requests are under way at most
   */
  public Workers(int count) {
    this.threads =
        Executors.newFixedThreadPool(
            count,
            task -> {
              Thread thread = new Thread(task, "strake-sync");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Results in the order of the items. If one fails, the others still end; then the first failure
   * in order is thrown.
   */
  public <T, R> List<R> map(List<T> items, Function<T, R> work) {
    List<Future<R>> pending = new ArrayList<>(items.size());
    items.forEach(item -> pending.add(threads.submit(() -> work.apply(item))));
    List<R> results = new ArrayList<>(items.size());
    List<RuntimeException> failures = new ArrayList<>();
    for (Future<R> each : pending) {
      try {
        results.add(each.get());
      } catch (ExecutionException e) {
        failures.add(unchecked(e));
      } catch (InterruptedException e) {
        pending.forEach(future -> future.cancel(true));
        Thread.currentThread().interrupt();
        throw new IllegalStateException("stopped while work was under way", e);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    return results;
  }

  private static RuntimeException unchecked(ExecutionException failed) {
    Throwable cause = failed.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(failed);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
