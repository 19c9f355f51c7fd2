package dev.strake.sync.agent;

import dev.strake.git.Fetch;
import dev.strake.git.FetchLimits;
import dev.strake.git.RemoteAddress;
import dev.strake.git.RepositoryCache;
import dev.strake.sync.configuration.AgentConfiguration;
import dev.strake.sync.configuration.ClusterConfiguration;
import dev.strake.sync.configuration.RepositoryConfiguration;
import dev.strake.sync.lease.Shares;
import dev.strake.sync.reconcile.Reconciler;
import dev.strake.sync.schedule.Backoff;
import dev.strake.sync.telemetry.EventLog.Level;
import dev.strake.sync.webhook.PushHint;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Follows repositories and keeps clusters at them. Three threads' worth of pacing: one renews
 * Leases and waits for nothing else, one looks every second at what is due, and a bounded number
 * fetch and sync.
 */
public final class Agent implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final AgentConfiguration configuration;
  private final Shares shares;
  private final Journal journal;
  private final Notices notices;
  private final Map<String, Follower> followers = new LinkedHashMap<>();
  private final List<Keeper> keepers = new ArrayList<>();
  private final ScheduledExecutorService clockwork;
  private final ExecutorService fetching;
  private final ExecutorService syncing;
  private volatile boolean stopping;

  Agent(
      AgentConfiguration configuration,
      Shares shares,
      Attempts attempts,
      Journal journal,
      Notices notices,
      Clock clock,
      DoubleSupplier random) {
    this.configuration = configuration;
    this.shares = shares;
    this.journal = journal;
    this.notices = notices;
    this.clockwork = Executors.newScheduledThreadPool(2, named("clockwork"));
    this.fetching =
        Executors.newFixedThreadPool(
            Math.max(1, Math.min(4, configuration.repositories().size())), named("fetch"));
    this.syncing = Executors.newFixedThreadPool(configuration.concurrency(), named("sync"));
    RepositoryCache cache = new RepositoryCache(configuration.cache(), FetchLimits.DEFAULT);
    for (RepositoryConfiguration repository : configuration.repositories()) {
      followers.put(
          repository.name(),
          new Follower(repository, cache, configuration.poll(), journal, clock, random));
    }
    for (ClusterConfiguration cluster : configuration.clusters()) {
      keepers.add(keeper(cluster, attempts, clock, random));
    }
  }

  private static ThreadFactory named(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  private Keeper keeper(
      ClusterConfiguration cluster, Attempts attempts, Clock clock, DoubleSupplier random) {
    Follower follower = follower(cluster.repository());
    Reconciler.Settings settings =
        new Reconciler.Settings(
            cluster.name(),
            cluster.suspended(),
            cluster.windows(),
            Backoff.DEFAULT,
            configuration.drift());
    AtomicReference<Fetch.@Nullable Done> current = new AtomicReference<>();
    Reconciler reconciler =
        new Reconciler(
            settings,
            commit ->
                attempts.begin(
                    cluster,
                    Objects.requireNonNull(current.get()),
                    () -> shares.holds(cluster.name())),
            () -> !stopping && shares.holds(cluster.name()),
            journal,
            clock,
            random);
    return new Keeper(cluster, follower, current, reconciler, shares);
  }

  private Follower follower(String repository) {
    Follower follower = followers.get(repository);
    if (follower == null) {
      throw new IllegalStateException("no repository " + repository);
    }
    return follower;
  }

  /** Begins, and returns at once. */
  public void start() {
    journal.note(
        Level.INFO,
        "agent started",
        Map.of("agent", configuration.name(), "clusters", Integer.toString(keepers.size())));
    every(shares.pace(), this::renew);
    every(LOOK, this::look);
  }

  private void every(Duration time, Runnable work) {
    ScheduledFuture<?> unused =
        clockwork.scheduleWithFixedDelay(
            () -> guarded(work), 0, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What is scheduled and throws is never called again. */
  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      if (!stopping) {
        journal.note(
            Level.ERROR, "internal error", Map.of("message", e.getClass().getSimpleName()));
      }
    }
  }

  private void renew() {
    Set<String> busy =
        keepers.stream().filter(Keeper::isBusy).map(Keeper::name).collect(Collectors.toSet());
    shares.tick(keepers.stream().map(Keeper::name).toList(), busy::contains);
    for (Keeper keeper : keepers) {
      journal.metrics().held(keeper.name(), shares.holds(keeper.name()));
    }
  }

  private void look() {
    if (stopping) {
      return;
    }
    for (Keeper keeper : keepers) {
      Follower follower = keeper.follower();
      if (shares.holds(keeper.name()) && follower.begin()) {
        fetching.execute(() -> fetch(follower));
      }
      if (keeper.begin()) {
        try {
          syncing.execute(keeper::run);
        } catch (RejectedExecutionException e) {
          keeper.abandon();
        }
      }
    }
  }

  private void fetch(Follower follower) {
    follower.fetch();
    lookNow();
  }

  /** There is news, and no reason to wait until the next look. */
  private void lookNow() {
    try {
      clockwork.execute(() -> guarded(this::look));
    } catch (RejectedExecutionException e) {
      // It has stopped.
    }
  }

  /** Fetches those repositories at once that a host says have moved. */
  void pushed(PushHint hint) {
    Set<String> named =
        hint.repositories().stream()
            .flatMap(url -> RemoteAddress.parse(url).address().stream())
            .map(RemoteAddress::repository)
            .collect(Collectors.toSet());
    for (Follower follower : followers.values()) {
      RepositoryConfiguration repository = follower.repository();
      boolean moved =
          hint.references().isEmpty()
              || hint.references().contains(repository.reference().toString());
      if (moved && named.contains(repository.address().repository())) {
        follower.wake();
      }
    }
    lookNow();
  }

  /** Whether every repository that this replica needs has been fetched once. */
  boolean isReady() {
    return !stopping
        && keepers.stream()
            .filter(keeper -> shares.holds(keeper.name()))
            .allMatch(keeper -> keeper.fetched().isPresent());
  }

  /**
   * Stops: begins nothing, ends what is under way after its present step, gives the Leases away,
   * and says its last words.
   */
  @Override
  public void close() {
    if (stopping) {
      return;
    }
    stopping = true;
    fetching.shutdown();
    syncing.shutdown();
    try {
      if (!syncing.awaitTermination(configuration.drain().toMillis(), TimeUnit.MILLISECONDS)) {
        syncing.shutdownNow();
        // No Lease may go to another replica while a request of this one is on its way.
        boolean unused = syncing.awaitTermination(LAST_WORDS.toSeconds(), TimeUnit.SECONDS);
      }
      // Only now: while something was under way, the Leases had to be renewed.
      clockwork.shutdown();
      boolean unused = clockwork.awaitTermination(LAST_WORDS.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      syncing.shutdownNow();
    }
    clockwork.shutdownNow();
    shares.release();
    journal.note(Level.INFO, "agent stopped", Map.of("agent", configuration.name()));
    notices.drain(LAST_WORDS);
    fetching.shutdownNow();
  }
}
