package dev.strake.sync.health.wait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.sync.health.Health;
import dev.strake.sync.health.HealthStatus;
import dev.strake.sync.object.ObjectIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a wait ends, and what it looks like until then. */
class HealthWaitTest {

  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
  private static final ObjectIdentity WEB = new ObjectIdentity("apps", "Deployment", "shop", "web");
  private static final ObjectIdentity API = new ObjectIdentity("apps", "Deployment", "shop", "api");
  private static final Health CURRENT = new Health(HealthStatus.CURRENT, "", "2 replicas run");
  private static final Health PROGRESS =
      new Health(HealthStatus.IN_PROGRESS, "LessReady", "1 of 2 replicas are ready");
  private static final Health FAILED = new Health(HealthStatus.FAILED, "Crash", "it crashes");

  private static Instant at(int seconds) {
    return START.plusSeconds(seconds);
  }

  private static HealthWait start() {
    WaitLimits limits = new WaitLimits(Duration.ofSeconds(60), Duration.ofSeconds(10));
    return HealthWait.start(List.of(WEB, API), limits, START);
  }

  @Test
  void itIsDoneWhenAllAreCurrent() {
    HealthWait one = start().observe(Map.of(WEB, CURRENT), at(5));
    assertEquals(WaitOutcome.WAITING, one.outcome(at(5)), "nobody has looked at the other");
    HealthWait both = one.observe(Map.of(API, CURRENT), at(6));
    assertEquals(WaitOutcome.DONE, both.outcome(at(6)));
    assertEquals(WaitOutcome.DONE, both.outcome(at(600)), "in time is in time");
  }

  @Test
  void anObjectThatDoesNotStayCurrentIsWaitedForAgain() {
    HealthWait wait =
        start()
            .observe(Map.of(WEB, CURRENT), at(5))
            .observe(Map.of(WEB, PROGRESS, API, CURRENT), at(6));
    assertEquals(WaitOutcome.WAITING, wait.outcome(at(6)));
  }

  @Test
  void whatIsGoneOrGoingIsNotDone() {
    Health going = new Health(HealthStatus.TERMINATING, "Terminating", "");
    HealthWait wait = start().observe(Map.of(WEB, Health.NOT_FOUND, API, going), at(1));
    assertEquals(WaitOutcome.WAITING, wait.outcome(at(1)));
    assertEquals(WaitOutcome.TIMED_OUT, wait.outcome(at(60)));
  }

  @Test
  void theTimeIsOverToTheSecond() {
    HealthWait wait = start().observe(Map.of(WEB, CURRENT, API, PROGRESS), at(5));
    assertEquals(WaitOutcome.WAITING, wait.outcome(at(59)));
    assertEquals(WaitOutcome.TIMED_OUT, wait.outcome(at(60)));
    assertEquals(WaitOutcome.TIMED_OUT, start().outcome(at(60)), "also if nobody looked");
  }

  @Test
  void aFailureThatLastsEndsItEarly() {
    HealthWait wait = start().observe(Map.of(WEB, FAILED, API, PROGRESS), at(5));
    assertEquals(WaitOutcome.WAITING, wait.outcome(at(14)));
    assertEquals(WaitOutcome.FAILED, wait.outcome(at(15)));
    HealthWait again = wait.observe(Map.of(WEB, FAILED), at(14));
    assertEquals(WaitOutcome.FAILED, again.outcome(at(15)), "it has failed all the time");
  }

  @Test
  void aFailureThatPassesDoesNot() {
    HealthWait wait =
        start()
            .observe(Map.of(WEB, FAILED, API, CURRENT), at(5))
            .observe(Map.of(WEB, PROGRESS), at(12))
            .observe(Map.of(WEB, FAILED), at(13));
    assertEquals(WaitOutcome.WAITING, wait.outcome(at(22)));
    assertEquals(WaitOutcome.DONE, wait.observe(Map.of(WEB, CURRENT), at(22)).outcome(at(23)));
  }

  @Test
  void withoutGraceAFailureEndsItAtOnce() {
    HealthWait wait =
        HealthWait.start(List.of(WEB), new WaitLimits(Duration.ofHours(1), Duration.ZERO), START)
            .observe(Map.of(WEB, FAILED), START);
    assertEquals(WaitOutcome.FAILED, wait.outcome(START));
    assertTrue(WaitOutcome.FAILED.isOver());
    assertFalse(WaitOutcome.WAITING.isOver());
  }

  @Test
  void nothingToWaitForIsDone() {
    assertEquals(
        WaitOutcome.DONE, HealthWait.start(List.of(), WaitLimits.DEFAULT, START).outcome(START));
  }

  @Test
  void othersAreLeftOut() {
    HealthWait wait = HealthWait.start(List.of(WEB), WaitLimits.DEFAULT, START);
    assertEquals(
        List.of(WEB),
        List.copyOf(wait.observe(Map.of(API, FAILED), START).health().objects().keySet()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new WaitLimits(Duration.ofSeconds(-1), Duration.ZERO));
  }

  @Test
  void aLogHasALineForEachChange() {
    HealthWait first = start().observe(Map.of(WEB, PROGRESS, API, CURRENT), at(5));
    assertEquals(
        List.of(
            "[5 s] Deployment shop/api: Current: 2 replicas run",
            "[5 s] Deployment shop/web: InProgress: 1 of 2 replicas are ready"),
        ProgressLines.changes(start(), first, at(5)));
    assertEquals(
        List.of(),
        ProgressLines.changes(first, first.observe(Map.of(WEB, PROGRESS), at(9)), at(9)));
    Health further = new Health(HealthStatus.FAILED, "Crash", "crash\u001b[2J\nloop");
    assertEquals(
        List.of("[9 s] Deployment shop/web: Failed: crash [2J loop"),
        ProgressLines.changes(first, first.observe(Map.of(WEB, further), at(9)), at(9)));
    assertEquals(
        "1 of 2 are current, 1 InProgress, after 9 s of 60 s", ProgressLines.summary(first, at(9)));
  }

  @Test
  void aScreenShowsTheWorstFirst() {
    HealthWait wait =
        start().observe(Map.of(API, PROGRESS), at(5)).observe(Map.of(WEB, FAILED), at(8));
    assertEquals(
        List.of(
            "0 of 2 are current, 1 InProgress, 1 Failed, after 20 s of 60 s",
            "  12 s  Deployment shop/web: Failed: it crashes",
            "  15 s  Deployment shop/api: InProgress: 1 of 2 replicas are ready"),
        new ProgressScreen(200, 10).lines(wait, at(20)));
  }

  @Test
  void aScreenIsNeverLargerThanTheTerminal() {
    List<ObjectIdentity> many =
        IntStream.range(10, 30)
            .mapToObj(i -> new ObjectIdentity("", "Pod", "shop", "p" + i))
            .toList();
    HealthWait wait = HealthWait.start(many, WaitLimits.DEFAULT, START);
    List<String> lines = new ProgressScreen(30, 5).lines(wait, START);
    assertEquals(5, lines.size());
    assertEquals("  0 s  Pod shop/p10: Unknown:…", lines.get(1));
    assertEquals("  and 17 more", lines.get(4));
    assertTrue(lines.stream().allMatch(line -> line.length() <= 30), lines.toString());
    assertEquals(21, new ProgressScreen(30, 21).lines(wait, START).size());
    assertEquals("  and 20 more", new ProgressScreen(30, 2).lines(wait, START).get(1));
    assertThrows(IllegalArgumentException.class, () -> new ProgressScreen(0, 5));
  }
}
