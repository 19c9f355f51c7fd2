package dev.strake.generate.loadbalancer;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A client that asks five times a second, in the background. */
final class BackgroundClients {

  private static final long BETWEEN_MILLIS = 200;

  private final Clients clients;
  private final Duration pause;
  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile boolean running;

  BackgroundClients(Clients clients) {
    this.clients = clients;
    this.pause = clients.pause();
  }

  Duration pauseBetweenAttempts() {
    return pause;
  }

  void start() {
    running = true;
    Thread thread = new Thread(this::ask, "clients");
    thread.setDaemon(true);
    thread.start();
  }

  private void ask() {
    try {
      while (running) {
        clients.ask();
        answers.incrementAndGet();
        Thread.sleep(BETWEEN_MILLIS);
      }
    } catch (Exception | AssertionError e) {
      failure.set(e);
    }
  }

  void pause() {
    running = false;
  }

  /** Waits for some more; a client that had to give up is a failure. */
  void expectAnswers(int more) throws Exception {
    int goal = answers.get() + more;
    Await.that(
        more + " more answers",
        () -> {
          expectNoFailure();
          return answers.get() >= goal;
        });
  }

  void expectNoFailure() {
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw new AssertionError("a client was refused twice", thrown);
    }
  }

  @Override
  public String toString() {
    return "%d answers, %d of them at the second attempt"
        .formatted(answers.get(), clients.repeated());
  }
}
