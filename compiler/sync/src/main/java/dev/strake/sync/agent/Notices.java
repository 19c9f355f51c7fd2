package dev.strake.sync.agent;

import dev.strake.sync.object.ObjectIdentity;
import dev.strake.sync.status.CommitStatus;
import dev.strake.sync.status.StatusSender;
import dev.strake.sync.status.StatusTarget;
import dev.strake.sync.telemetry.AgentMetrics;
import dev.strake.sync.telemetry.ClusterEvent;
import dev.strake.sync.telemetry.EventLog;
import dev.strake.sync.telemetry.EventSeries;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends what others want to hear, from a thread of its own: no sync waits for a Git host or for an
 * Event. Of too many that wait, the oldest are dropped; each is only news.
 */
final class Notices implements AutoCloseable {

  private static final int WAITING = 256;

  private final StatusSender sender;
  private final Consumer<ClusterEvent> events;
  private final EventSeries series = new EventSeries();
  private final EventLog log;
  private final AgentMetrics metrics;
  private final Clock clock;
  private final ThreadPoolExecutor thread;

  /**
   * @param events writes one to the API server
   */
  Notices(
      StatusSender sender,
      Consumer<ClusterEvent> events,
      EventLog log,
      AgentMetrics metrics,
      Clock clock) {
    this.sender = sender;
    this.events = events;
    this.log = log;
    this.metrics = metrics;
    this.clock = clock;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> {
              Thread made = new Thread(work, "notices");
              made.setDaemon(true);
              return made;
            },
            new ThreadPoolExecutor.DiscardOldestPolicy());
  }

  void status(String repository, StatusTarget target, CommitStatus status) {
    thread.execute(
        () -> {
          Optional<String> failure = sender.send(target, status);
          metrics.statusSent(repository, failure.isEmpty());
          failure.ifPresent(
              message ->
                  log.write(
                      EventLog.Level.WARN,
                      "commit status not sent",
                      Map.of("repository", repository, "message", message)));
        });
  }

  void event(ObjectIdentity regarding, ClusterEvent.Type type, String reason, String note) {
    series
        .add(regarding, type, reason, "Sync", note, clock.instant())
        .ifPresent(event -> thread.execute(() -> write(event)));
  }

  private void write(ClusterEvent event) {
    try {
      events.accept(event);
    } catch (RuntimeException e) {
      log.write(
          EventLog.Level.WARN,
          "Event not written",
          Map.of("reason", event.reason(), "message", e.getClass().getSimpleName()));
    }
  }

  /** Sends what waits, for a moment. */
  void drain(Duration time) {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(time.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      thread.shutdownNow();
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
