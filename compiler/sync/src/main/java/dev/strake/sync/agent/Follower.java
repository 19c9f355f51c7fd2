package dev.strake.sync.agent;

import dev.strake.git.Fetch;
import dev.strake.git.FetchRequest;
import dev.strake.git.RepositoryCache;
import dev.strake.sync.configuration.RepositoryConfiguration;
import dev.strake.sync.schedule.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Follows one repository: what it was at when it was fetched last, and when to fetch it next. */
final class Follower {

  private final RepositoryConfiguration repository;
  private final RepositoryCache cache;
  private final Duration poll;
  private final Journal journal;
  private final Clock clock;
  private final DoubleSupplier random;

  private Fetch.@Nullable Done latest;
  private long latestNumber;
  private long begun;
  private Instant next = Instant.MIN;
  private int failures;
  private boolean fetching;

  Follower(
      RepositoryConfiguration repository,
      RepositoryCache cache,
      Duration poll,
      Journal journal,
      Clock clock,
      DoubleSupplier random) {
    this.repository = repository;
    this.cache = cache;
    this.poll = poll;
    this.journal = journal;
    this.clock = clock;
    this.random = random;
  }

  RepositoryConfiguration repository() {
    return repository;
  }

  /** What the repository was at, if that was asked no earlier than in a certain fetch. */
  synchronized Optional<Fetch.Done> latest(long since) {
    return Optional.ofNullable(latest).filter(done -> latestNumber >= since);
  }

  /** Wants a fetch that begins from now on; returns its number. */
  synchronized long fresh() {
    wake();
    return begun + 1;
  }

  /** Somebody says that there is news. */
  synchronized void wake() {
    next = Instant.MIN;
  }

  /** Whether a fetch is due; if so, it has begun, and {@link #fetch} must follow. */
  synchronized boolean begin() {
    if (fetching || clock.instant().isBefore(next)) {
      return false;
    }
    fetching = true;
    begun++;
    // A wake that comes while it is fetched makes another fetch.
    next = Instant.MAX;
    return true;
  }

  void fetch() {
    Instant began = clock.instant();
    Fetch fetched;
    try {
      fetched =
          cache.fetch(
              new FetchRequest(
                  repository.address(), repository.credentials(), repository.reference(), 1));
    } catch (RuntimeException | OutOfMemoryError e) {
      // Whatever it is, the next fetch must be possible.
      fetched = new Fetch.Failed(Fetch.Cause.BROKEN, "internal error: " + e.getClass().getName());
    }
    journal.fetched(repository.name(), fetched, Duration.between(began, clock.instant()));
    settle(fetched);
  }

  private synchronized void settle(Fetch fetched) {
    fetching = false;
    Duration wait =
        fetched.match(
            done -> {
              latest = done;
              latestNumber = begun;
              failures = 0;
              return poll;
            },
            failed -> {
              failures++;
              return Backoff.DEFAULT.after(failures, random);
            });
    if (next.equals(Instant.MAX)) {
      next = clock.instant().plus(wait);
    }
  }
}
