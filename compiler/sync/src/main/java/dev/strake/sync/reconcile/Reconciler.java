package dev.strake.sync.reconcile;

import dev.strake.git.Revision;
import dev.strake.sync.schedule.Backoff;
import dev.strake.sync.schedule.SyncWindows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * Keeps one cluster at one repository's commit. A commit that cannot be synced is attempted once;
 * an attempt that something in passing has ended is made again, later each time; and a cluster that
 * has converged is looked at for drift now and then.
 *
 * <p>It is called by one thread at a time.
 */
public final class Reconciler {

  /**
   * How a cluster is to be treated.
   *
   * @param drift how long after a success to look for drift
   */
  public record Settings(
      String cluster, boolean suspended, SyncWindows windows, Backoff backoff, Duration drift) {}

  private final Settings settings;
  private final Function<Revision, Attempt> attempts;
  private final BooleanSupplier held;
  private final ReconcileListener listener;
  private final Clock clock;
  private final DoubleSupplier random;
  private ClusterState state = ClusterState.unknown();
  private String holding = "";

  /**
   * @param attempts begins one
   * @param held whether this replica keeps the cluster, asked before each step
   * @param random from 0 up to but not including 1
   */
  public Reconciler(
      Settings settings,
      Function<Revision, Attempt> attempts,
      BooleanSupplier held,
      ReconcileListener listener,
      Clock clock,
      DoubleSupplier random) {
    this.settings = settings;
    this.attempts = attempts;
    this.held = held;
    this.listener = listener;
    this.clock = clock;
    this.random = random;
  }

  public ClusterState state() {
    return state;
  }

  /** Forgets failures, because somebody wants an attempt; windows and suspension still hold. */
  public void retry() {
    state = state.retried();
  }

  /** Forgets everything, as after a restart: others may have acted on the cluster. */
  public void forget() {
    state = ClusterState.unknown();
    holding = "";
  }

  /** Whether {@link #reconcile} would attempt a sync. */
  public boolean isDue(Optional<Revision> commit) {
    return decide(commit).match(go -> true, hold -> false);
  }

  /**
   * Attempts a sync if one is due.
   *
   * @param commit that the repository is at
   */
  public void reconcile(Optional<Revision> commit) {
    decide(commit)
        .match(
            go -> {
              holding = "";
              attempt(go);
              return true;
            },
            hold -> {
              say(hold);
              return false;
            });
  }

  private Decision decide(Optional<Revision> commit) {
    return Decision.of(
        state,
        commit,
        held.getAsBoolean(),
        settings.suspended(),
        settings.windows(),
        clock.instant());
  }

  private void say(Decision.Hold hold) {
    if (!hold.reason().equals(holding)) {
      holding = hold.reason();
      listener.held(settings.cluster(), hold);
    }
  }

  private void attempt(Decision.Go go) {
    Instant began = clock.instant();
    listener.started(settings.cluster(), go.commit(), go.drift());
    try (Attempt attempt = begun(go.commit())) {
      for (Step step : Step.values()) {
        StepResult result = run(attempt, step, go.commit());
        if (result instanceof StepResult.Failed failure) {
          fail(go.commit(), step, failure);
          return;
        }
      }
    }
    state = state.converged(go.commit(), clock.instant().plus(settings.drift()));
    listener.converged(settings.cluster(), go.commit(), Duration.between(began, clock.instant()));
  }

  /** One that cannot even begin fails at its first step. */
  private Attempt begun(Revision commit) {
    try {
      return attempts.apply(commit);
    } catch (RuntimeException e) {
      return new Attempt() {
        @Override
        public StepResult run(Step step) {
          return StepResult.interrupted("internal error: " + e.getClass().getSimpleName());
        }

        @Override
        public void close() {}
      };
    }
  }

  private StepResult run(Attempt attempt, Step step, Revision commit) {
    Instant began = clock.instant();
    StepResult result;
    if (!held.getAsBoolean()) {
      result = StepResult.lost();
    } else {
      try {
        result = attempt.run(step);
      } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
        // A defect must not end the agent, and its words may quote what they should not.
        result = StepResult.interrupted("internal error: " + e.getClass().getSimpleName());
      }
    }
    listener.step(
        settings.cluster(), commit, step, result, Duration.between(began, clock.instant()));
    return result;
  }

  private void fail(Revision commit, Step step, StepResult.Failed failure) {
    if (!held.getAsBoolean()) {
      // Whatever it was: who keeps the cluster now finds out what is left to do.
      listener.failed(
          settings.cluster(), commit, step, failure, ReconcileListener.Next.LEFT_TO_OTHERS);
      return;
    }
    state = state.failed(commit, failure, settings.backoff(), clock.instant(), random);
    ReconcileListener.Next next =
        failure.passing() ? ReconcileListener.Next.RETRY : ReconcileListener.Next.WAIT_FOR_COMMIT;
    listener.failed(settings.cluster(), commit, step, failure, next);
  }
}
