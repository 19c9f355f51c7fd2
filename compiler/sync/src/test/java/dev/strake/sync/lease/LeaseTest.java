package dev.strake.sync.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.sync.FakeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LeaseTest {

  private final FakeLeases leases = new FakeLeases();
  private long nanos = 1;

  private final class Contender {
    final FakeLeases.Connection connection = leases.connect();
    final FakeClock clock = FakeClock.at("2026-11-23T12:00:00Z");
    final Election election;

    Contender(String identity) {
      election =
          new Election(connection, "leader", identity, LeaseTimings.DEFAULT, () -> nanos, clock);
    }
  }

  private void wait(int seconds) {
    nanos += Duration.ofSeconds(seconds).toNanos();
  }

  @Test
  void oneOfTwoHoldsIt() {
    Contender a = new Contender("a");
    Contender b = new Contender("b");
    a.election.tick();
    b.election.tick();
    assertTrue(a.election.isHeld());
    assertFalse(b.election.isHeld());
    for (int i = 0; i < 30; i++) {
      wait(2);
      a.election.tick();
      b.election.tick();
      assertTrue(a.election.isHeld());
      assertFalse(b.election.isHeld());
    }
    assertEquals(0, a.election.term());
  }

  @Test
  void aHolderThatIsCutOffStopsBeforeTheNextOneStarts() {
    Contender a = new Contender("a");
    Contender b = new Contender("b");
    a.election.tick();
    b.election.tick();
    a.connection.cut(true);
    int stopped = -1;
    int started = -1;
    for (int second = 1; second <= 30; second++) {
      wait(1);
      a.election.tick();
      b.election.tick();
      assertFalse(a.election.isHeld() && b.election.isHeld());
      stopped = stopped < 0 && !a.election.isHeld() ? second : stopped;
      started = started < 0 && b.election.isHeld() ? second : started;
    }
    assertEquals(10, stopped);
    assertEquals(16, started);
    assertEquals(1, b.election.term());
    a.connection.cut(false);
    a.election.tick();
    assertFalse(a.election.isHeld());
    assertTrue(b.election.isHeld());
  }

  @Test
  void wallClocksDecideNothing() {
    Contender a = new Contender("a");
    Contender b = new Contender("b");
    a.clock.set(Instant.parse("1970-01-01T00:00:00Z"));
    b.clock.set(Instant.parse("2100-01-01T00:00:00Z"));
    a.election.tick();
    b.election.tick();
    wait(5);
    b.clock.advance(Duration.ofDays(3650));
    b.election.tick();
    assertTrue(a.election.isHeld());
    assertFalse(b.election.isHeld());
    a.clock.set(Instant.parse("2200-01-01T00:00:00Z"));
    a.election.tick();
    assertTrue(a.election.isHeld());
  }

  @Test
  void oneThatComesWaitsAWholeDurationHoweverOldTheLeaseLooks() {
    Contender a = new Contender("a");
    a.clock.set(Instant.EPOCH);
    a.election.tick();
    wait(1000);
    Contender b = new Contender("b");
    b.election.tick();
    assertFalse(b.election.isHeld());
    wait(15);
    b.election.tick();
    assertFalse(b.election.isHeld());
    wait(1);
    b.election.tick();
    assertTrue(b.election.isHeld());
    assertFalse(a.election.isHeld());
  }

  @Test
  void ofTwoThatTakeItAtOnceOneGetsIt() {
    Contender a = new Contender("a");
    Contender b = new Contender("b");
    a.connection.beforeWrite(
        () -> {
          a.connection.beforeWrite(() -> {});
          b.election.tick();
        });
    a.election.tick();
    assertFalse(a.election.isHeld());
    assertTrue(b.election.isHeld());
  }

  @Test
  void aPauseBetweenAskingAndAnsweringCountsAgainstTheHolder() {
    Contender a = new Contender("a");
    a.connection.beforeWrite(() -> wait(11));
    a.election.tick();
    assertFalse(a.election.isHeld());
  }

  @Test
  void whatIsReleasedIsTakenAtOnce() {
    Contender a = new Contender("a");
    Contender b = new Contender("b");
    a.election.tick();
    b.election.tick();
    a.election.release();
    assertFalse(a.election.isHeld());
    b.election.tick();
    assertTrue(b.election.isHeld());
    // And one that no longer has it takes nothing away.
    a.election.release();
    b.election.tick();
    assertTrue(b.election.isHeld());
    assertEquals("b", leases.stored("leader").orElseThrow().holder());
  }

  @Test
  void neverTwoWhateverHappens() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      List<Contender> all =
          new ArrayList<>(List.of(new Contender("a"), new Contender("b"), new Contender("c")));
      int terms = -1;
      for (int step = 0; step < 300; step++) {
        nanos += Duration.ofMillis(random.nextInt(4000)).toNanos();
        Contender one = all.get(random.nextInt(all.size()));
        switch (random.nextInt(12)) {
          case 0 -> one.connection.cut(true);
          case 1 -> one.connection.cut(false);
          case 2 -> one.clock.set(Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE)));
          case 3 -> one.election.release();
          default -> one.election.tick();
        }
        List<Contender> holders = all.stream().filter(c -> c.election.isHeld()).toList();
        assertTrue(holders.size() <= 1, "seed " + seed + " step " + step);
        for (Contender holder : holders) {
          assertTrue(holder.election.term() >= terms, "seed " + seed);
          terms = holder.election.term();
        }
      }
      leases.connect();
    }
  }

  @Test
  void aMachineThatSleptWithItsMonotonicClockBelievesInNothing() {
    Contender a = new Contender("a");
    a.election.tick();
    assertTrue(a.election.isHeld());
    a.clock.advance(Duration.ofSeconds(9));
    assertTrue(a.election.isHeld());
    // No monotonic time has passed, as on a machine that was suspended.
    a.clock.advance(Duration.ofSeconds(1));
    assertFalse(a.election.isHeld());
    a.election.tick();
    assertTrue(a.election.isHeld(), "nobody else has taken it");
    a.clock.advance(Duration.ofDays(-1));
    assertTrue(a.election.isHeld());
  }

  @Test
  void aRenewalWhoseAnswerWasLostIsReleasedAllTheSame() {
    Contender a = new Contender("a");
    a.election.tick();
    a.connection.loseAnswers(true);
    a.election.tick();
    a.connection.loseAnswers(false);
    a.election.release();
    assertEquals("", leases.stored("leader").orElseThrow().holder());
  }

  @Test
  void askingWhetherItIsHeldWaitsForNoRequest() {
    Contender a = new Contender("a");
    a.election.tick();
    AtomicBoolean held = new AtomicBoolean();
    a.connection.beforeWrite(
        () -> {
          Thread asker = new Thread(() -> held.set(a.election.isHeld()));
          asker.start();
          try {
            asker.join(10_000);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    a.election.tick();
    assertTrue(held.get(), "in the middle of a renewal");
  }

  @Test
  void timingsThatWouldOverlapAreRefused() {
    Duration ten = Duration.ofSeconds(10);
    Duration two = Duration.ofSeconds(2);
    assertThrows(IllegalArgumentException.class, () -> new LeaseTimings(ten, ten, two));
    assertThrows(
        IllegalArgumentException.class, () -> new LeaseTimings(Duration.ofSeconds(15), ten, ten));
  }

  private final class Replica {
    final FakeLeases.Connection connection = leases.connect();
    final ClusterShares shares;

    Replica(String identity) {
      shares =
          new ClusterShares(
              connection,
              identity,
              LeaseTimings.DEFAULT,
              () -> nanos,
              FakeClock.at("2026-11-23T12:00:00Z"));
    }
  }

  private static final List<String> FLEET =
      IntStream.range(0, 60).mapToObj(i -> "cluster-" + i).toList();

  private void run(int seconds, List<Replica> replicas) {
    for (int i = 0; i < seconds; i += 2) {
      wait(2);
      replicas.forEach(replica -> replica.shares.tick(FLEET, cluster -> false));
      for (String cluster : FLEET) {
        assertTrue(replicas.stream().filter(replica -> replica.shares.holds(cluster)).count() <= 1);
      }
    }
  }

  private static Map<String, Integer> keepers(List<Replica> replicas) {
    Map<String, Integer> keepers = new HashMap<>();
    for (String cluster : FLEET) {
      for (int i = 0; i < replicas.size(); i++) {
        if (replicas.get(i).shares.holds(cluster)) {
          keepers.put(cluster, i);
        }
      }
    }
    return keepers;
  }

  @Test
  void aFleetIsSharedAndNoClusterIsLeftOut() {
    List<Replica> replicas = List.of(new Replica("a"), new Replica("b"), new Replica("c"));
    run(30, replicas);
    Map<String, Integer> three = keepers(replicas);
    assertEquals(FLEET.size(), three.size());
    for (int i = 0; i < 3; i++) {
      int index = i;
      long share = three.values().stream().filter(keeper -> keeper == index).count();
      assertTrue(share >= 10 && share <= 30, "replica " + i + " keeps " + share);
    }

    // One dies: what it had moves, and nothing else does.
    replicas.get(0).connection.cut(true);
    run(60, replicas.subList(1, 3));
    Map<String, Integer> two = keepers(replicas);
    assertEquals(FLEET.size(), two.size());
    three.forEach(
        (cluster, keeper) -> {
          if (keeper != 0) {
            assertEquals(keeper, two.get(cluster), cluster);
          }
        });

    // It comes back, and gets back what it had.
    replicas.get(0).connection.cut(false);
    run(60, replicas);
    assertEquals(three, keepers(replicas));
  }

  @Test
  void whatReplicasThatAreLongGoneHaveLeftBehindIsSweptAway() {
    for (int i = 0; i < 5; i++) {
      new Replica("gone " + i).shares.tick(List.of(), cluster -> false);
    }
    Replica here = new Replica("here");
    Replica there = new Replica("there");
    run(298, List.of(here, there));
    assertEquals(7, leases.count("strake-agent-"));
    run(10, List.of(here, there));
    assertEquals(2, leases.count("strake-agent-"));
    assertEquals(FLEET.size(), keepers(List.of(here, there)).size());
  }

  @Test
  void leasesOfALargeFleetAreRenewedSideBySide() {
    Replica one = new Replica("a");
    one.shares.tick(FLEET, cluster -> false);
    AtomicInteger under = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    one.connection.beforeWrite(
        () -> {
          most.accumulateAndGet(under.incrementAndGet(), Math::max);
          try {
            Thread.sleep(5);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          under.decrementAndGet();
        });
    wait(2);
    one.shares.tick(FLEET, cluster -> false);
    assertTrue(most.get() > 1, "one after the other");
    assertTrue(most.get() <= 8, most + " at once");
    assertEquals(FLEET.size(), keepers(List.of(one)).size());
  }

  @Test
  void aClusterThatIsBeingSyncedIsNotGivenAway() {
    Replica first = new Replica("a");
    first.shares.tick(FLEET, cluster -> true);
    first.shares.tick(FLEET, cluster -> true);
    Replica second = new Replica("b");
    for (int i = 0; i < 20; i++) {
      wait(2);
      second.shares.tick(FLEET, cluster -> false);
      first.shares.tick(FLEET, cluster -> true);
    }
    assertEquals(0, FLEET.stream().filter(second.shares::holds).count());
    first.shares.release();
    wait(2);
    second.shares.tick(FLEET, cluster -> false);
    assertEquals(FLEET.size(), FLEET.stream().filter(second.shares::holds).count());
  }
}
