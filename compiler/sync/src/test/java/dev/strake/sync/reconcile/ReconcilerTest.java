package dev.strake.sync.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.git.Revision;
import dev.strake.sync.FakeClock;
import dev.strake.sync.schedule.Backoff;
import dev.strake.sync.schedule.Cron;
import dev.strake.sync.schedule.SyncWindow;
import dev.strake.sync.schedule.SyncWindows;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class ReconcilerTest {

  private static final Revision ONE = new Revision("1".repeat(40));
  private static final Revision TWO = new Revision("2".repeat(40));

  private final FakeClock clock = FakeClock.at("2026-11-23T12:00:00Z");
  private final List<String> log = new ArrayList<>();
  private final Map<Step, Supplier<StepResult>> results = new EnumMap<>(Step.class);
  private boolean held = true;
  private int closed;

  private final Reconciler reconciler = reconciler(false, SyncWindows.always());

  private Reconciler reconciler(boolean suspended, SyncWindows windows) {
    return new Reconciler(
        new Reconciler.Settings(
            "prod", suspended, windows, Backoff.DEFAULT, Duration.ofMinutes(10)),
        commit -> new FakeAttempt(),
        () -> held,
        new Log(),
        clock,
        () -> 0.5);
  }

  private final class FakeAttempt implements Attempt {
    @Override
    public StepResult run(Step step) {
      return results.getOrDefault(step, StepResult::passed).get();
    }

    @Override
    public void close() {
      closed++;
    }
  }

  private final class Log implements ReconcileListener {
    @Override
    public void started(String cluster, Revision commit, boolean drift) {
      log.add("start " + commit.id().charAt(0) + (drift ? " drift" : ""));
    }

    @Override
    public void step(String cluster, Revision commit, Step step, StepResult result, Duration took) {
      log.add(step.id());
    }

    @Override
    public void converged(String cluster, Revision commit, Duration took) {
      log.add("converged");
    }

    @Override
    public void failed(
        String cluster, Revision commit, Step step, StepResult.Failed failure, Next next) {
      log.add("failed " + step.id() + " " + failure.message() + " " + next);
    }

    @Override
    public void held(String cluster, Decision.Hold hold) {
      log.add("hold " + hold.reason());
    }
  }

  private List<String> reconcile(Revision commit) {
    return reconcile(reconciler, commit);
  }

  private List<String> reconcile(Reconciler which, Revision commit) {
    log.clear();
    boolean due = which.isDue(Optional.of(commit));
    which.reconcile(Optional.of(commit));
    assertEquals(due, log.stream().anyMatch(line -> line.startsWith("start")));
    return List.copyOf(log);
  }

  @Test
  void aCommitGoesThroughEveryStepOnce() {
    assertEquals(
        List.of("start 1", "verify", "compile", "plan", "apply", "health", "converged"),
        reconcile(ONE));
    assertEquals(Optional.of(ONE), reconciler.state().synced());
    assertEquals(List.of("hold synced"), reconcile(ONE));
    assertEquals(List.of(), reconcile(ONE));
    assertEquals(1, closed);
    assertEquals("start 2", reconcile(TWO).get(0));
  }

  @Test
  void driftIsLookedForNowAndThen() {
    reconcile(ONE);
    clock.advance(Duration.ofMinutes(10).minusSeconds(1));
    assertEquals(List.of("hold synced"), reconcile(ONE));
    clock.advance(Duration.ofSeconds(1));
    assertEquals("start 1 drift", reconcile(ONE).get(0));
  }

  @Test
  void aCommitThatIsRefusedIsAttemptedOnce() {
    results.put(Step.COMPILE, () -> StepResult.refused("3 errors"));
    assertEquals(
        List.of("start 1", "verify", "compile", "failed compile 3 errors WAIT_FOR_COMMIT"),
        reconcile(ONE));
    assertEquals(1, closed);
    for (int day = 0; day < 3; day++) {
      clock.advance(Duration.ofDays(1));
      assertEquals(day == 0 ? List.of("hold refused") : List.of(), reconcile(ONE));
    }
    results.clear();
    assertEquals("converged", reconcile(TWO).get(6));
    // Going back to it is another decision, and another attempt.
    assertEquals("converged", reconcile(ONE).get(6));
  }

  @Test
  void aRefusedCommitIsAttemptedAgainWhenSomebodyAsks() {
    results.put(Step.PLAN, () -> StepResult.refused("guard"));
    reconcile(ONE);
    assertEquals(List.of("hold refused"), reconcile(ONE));
    reconciler.retry();
    assertEquals("start 1", reconcile(ONE).get(0));
  }

  @Test
  void whatPassesIsTriedAgainLaterEachTime() {
    results.put(Step.APPLY, () -> StepResult.interrupted("503"));
    assertEquals("failed apply 503 RETRY", reconcile(ONE).get(5));
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      long seconds = 0;
      while (!reconciler.isDue(Optional.of(ONE))) {
        clock.advance(Duration.ofMillis(250));
        seconds += 250;
      }
      waits.add(seconds);
      reconcile(ONE);
    }
    // Three quarters of 5 s, 10 s, ..., 3 min: the dice always show a half.
    assertEquals(List.of(3750L, 7500L, 15000L, 30000L, 60000L, 120000L, 135000L, 135000L), waits);
    assertEquals(List.of("hold backoff"), reconcile(ONE));
    results.clear();
    clock.advance(Duration.ofMinutes(3));
    assertEquals("converged", reconcile(ONE).get(6));
    assertEquals(0, reconciler.state().failures());
  }

  @Test
  void aNewCommitWaitsForTheSameServer() {
    results.put(Step.PLAN, () -> StepResult.interrupted("unreachable"));
    reconcile(ONE);
    assertEquals(List.of("hold backoff"), reconcile(TWO));
    clock.advance(Duration.ofSeconds(5));
    assertEquals("start 2", reconcile(TWO).get(0));
  }

  @Test
  void nothingBeginsWhileSuspendedOutsideTheWindowsOrWithoutACommit() {
    assertEquals(List.of("hold suspended"), reconcile(reconciler(true, SyncWindows.always()), ONE));
    SyncWindows noon =
        new SyncWindows(
            List.of(
                new SyncWindow(
                    SyncWindow.Kind.DENY,
                    Cron.parse("0 12 * * *"),
                    Duration.ofMinutes(30),
                    ZoneOffset.UTC)));
    Reconciler windowed = reconciler(false, noon);
    assertEquals(List.of("hold window"), reconcile(windowed, ONE));
    windowed.retry();
    assertEquals(List.of(), reconcile(windowed, ONE));
    clock.advance(Duration.ofMinutes(30));
    assertEquals("start 1", reconcile(windowed, ONE).get(0));
    log.clear();
    reconciler.reconcile(Optional.empty());
    assertEquals(List.of("hold not-fetched"), log);
  }

  @Test
  void aLeaseThatIsLostEndsTheAttemptBeforeTheNextStep() {
    results.put(
        Step.PLAN,
        () -> {
          held = false;
          return StepResult.passed();
        });
    assertEquals(
        List.of(
            "start 1",
            "verify",
            "compile",
            "plan",
            "apply",
            "failed apply another replica may keep this cluster by now LEFT_TO_OTHERS"),
        reconcile(ONE));
    assertEquals(List.of("hold not-held"), reconcile(ONE));
    assertEquals(1, closed);
  }

  @Test
  void aDefectIsAFailureAndTellsNothing() {
    results.put(
        Step.VERIFY,
        () -> {
          throw new IllegalStateException("password=hunter2");
        });
    List<String> said = reconcile(ONE);
    assertEquals("failed verify internal error: IllegalStateException RETRY", said.get(2));
    assertFalse(said.toString().contains("hunter2"));
    assertTrue(reconciler.state().notBefore().isPresent());
  }
}
