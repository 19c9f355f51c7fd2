package dev.strake.sync.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.sync.standin.ApiRequest;
import dev.strake.sync.standin.Fault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several agents beside each other, with real Leases over HTTP. */
@Tag("slow")
@Timeout(240)
final class FleetTest {

  private static final int OBJECTS = 4;

  @TempDir Path folder;

  private static Map<String, Integer> shares(Fleet fleet) {
    Map<String, Integer> shares = new HashMap<>();
    fleet.clusters().forEach(cluster -> shares.merge(fleet.keeper(cluster), 1, Integer::sum));
    return shares;
  }

  private static boolean isLease(ApiRequest request) {
    return request.plural().equals("leases");
  }

  @Test
  void eachClusterOfAFleetIsKeptByOneAgentHoweverManyThereAre() throws Exception {
    try (Fleet fleet = new Fleet(folder, 12)) {
      fleet.push("one", OBJECTS);
      FleetAgent a = fleet.start("a");
      fleet.start("b");
      fleet.await("the first commit", () -> fleet.isAt("one", OBJECTS));
      fleet.await("two shares", () -> shares(fleet).keySet().equals(Set.of("a", "b")));

      fleet.start("c");
      fleet.await(
          "three shares", () -> shares(fleet).size() == 3 && !shares(fleet).containsKey(""));
      fleet.push("two", OBJECTS);
      fleet.await("the second commit", () -> fleet.isAt("two", OBJECTS));

      a.close();
      // Given away, not expired: a whole Lease's duration has not passed.
      assertFalse(shares(fleet).containsKey("a"), shares(fleet).toString());
      fleet.await("two shares again", () -> shares(fleet).keySet().equals(Set.of("b", "c")));
      fleet.push("three", OBJECTS);
      fleet.await("the third commit", () -> fleet.isAt("three", OBJECTS));
      fleet.assertNobodyTrespassed();
    }
  }

  @Test
  void conflictsOnLeasesAreNoReasonToWriteTwice() throws Exception {
    try (Fleet fleet = new Fleet(folder, 4)) {
      Random random = new Random(4711);
      fleet.failing(
          request ->
              isLease(request) && request.isWrite() && random.nextInt(3) == 0
                  ? Optional.of(new Fault.Answered(409, Optional.empty(), "the lease has changed"))
                  : Optional.empty());
      fleet.push("one", OBJECTS);
      fleet.start("a");
      fleet.start("b");
      fleet.await("the first commit", () -> fleet.isAt("one", OBJECTS));
      fleet.push("two", OBJECTS);
      fleet.await("the second commit", () -> fleet.isAt("two", OBJECTS));
      fleet.assertNobodyTrespassed();
    }
  }

  @Test
  void clocksThatAreDaysApartMakeNobodyAHolder() throws Exception {
    try (Fleet fleet = new Fleet(folder, 4)) {
      fleet.push("one", OBJECTS);
      fleet.start("a", Clock.offset(Clock.systemUTC(), Duration.ofDays(2)));
      fleet.start("b", Clock.offset(Clock.systemUTC(), Duration.ofDays(-2)));
      fleet.await("the first commit", () -> fleet.isAt("one", OBJECTS));
      Map<String, Integer> before = shares(fleet);
      Thread.sleep(FleetAgent.TIMINGS.duration().multipliedBy(2).toMillis());
      fleet.await("all kept", () -> !shares(fleet).containsKey(""));
      assertEquals(before.keySet(), shares(fleet).keySet());
      fleet.push("two", OBJECTS);
      fleet.await("the second commit", () -> fleet.isAt("two", OBJECTS));
      fleet.assertNobodyTrespassed();
    }
  }

  @Test
  void whileNobodyCanRenewALeaseNobodyWrites() throws Exception {
    try (Fleet fleet = new Fleet(folder, 2)) {
      fleet.push("one", OBJECTS);
      fleet.start("a");
      fleet.start("b");
      fleet.await("the first commit", () -> fleet.isAt("one", OBJECTS));
      fleet.failing(
          request -> isLease(request) ? Optional.of(Fault.answered(500)) : Optional.empty());
      Thread.sleep(FleetAgent.TIMINGS.duration().multipliedBy(2).toMillis());
      fleet.api().forgetRequests();
      fleet.push("two", OBJECTS);
      Thread.sleep(7000);
      assertEquals(
          List.of(), fleet.api().writes().stream().filter(request -> !isLease(request)).toList());
      assertTrue(fleet.isAt("one", OBJECTS));

      fleet.failing(request -> Optional.empty());
      fleet.await("the second commit", () -> fleet.isAt("two", OBJECTS));
      fleet.assertNobodyTrespassed();
    }
  }

  @Test
  void anAgentThatCannotReachTheLeasesIsReplaced() throws Exception {
    try (Fleet fleet = new Fleet(folder, 2)) {
      fleet.push("one", OBJECTS);
      fleet.start("a");
      fleet.await("the first commit", () -> fleet.isAt("one", OBJECTS));
      CountDownLatch stuck = new CountDownLatch(1);
      // No answer at all to one of them, which still reaches the clusters.
      fleet.failing(
          request -> {
            if (isLease(request) && request.user().equals("a")) {
              await(stuck);
            }
            return Optional.empty();
          });
      fleet.start("b");
      fleet.await("b keeps all", () -> shares(fleet).equals(Map.of("b", 2)));
      fleet.push("two", OBJECTS);
      fleet.await("the second commit", () -> fleet.isAt("two", OBJECTS));
      assertTrue(
          fleet.api().writes().stream()
              .filter(request -> fleet.clusters().contains(request.namespace()))
              .skip(2L * OBJECTS)
              .allMatch(request -> request.user().equals("b")),
          () -> fleet.api().writes().toString());
      stuck.countDown();
      fleet.failing(request -> Optional.empty());
      fleet.push("three", OBJECTS);
      fleet.await("the third commit", () -> fleet.isAt("three", OBJECTS));
      fleet.assertNobodyTrespassed();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * A replica is held up in the middle of a commit: its requests are on the way for longer than its
   * Lease lasts. Another one brings the cluster to two commits more. Then all that was on the way
   * arrives.
   */
  @Test
  void whatComesLateFromAFormerHolderChangesNothing() throws Exception {
    try (Fleet fleet = new Fleet(folder, 1)) {
      fleet.push("one", 12);
      fleet.start("a");
      fleet.await("the first commit", () -> fleet.isAt("one", 12));
      CountDownLatch late = new CountDownLatch(1);
      AtomicInteger writes = new AtomicInteger();
      AtomicInteger held = new AtomicInteger();
      fleet.failing(
          request -> {
            if (!request.user().equals("a")) {
              return Optional.empty();
            }
            boolean writing = request.isWrite() && request.namespace().equals("c0");
            if (writing && writes.incrementAndGet() > 3) {
              held.incrementAndGet();
              await(late);
            } else if (isLease(request) && held.get() > 0) {
              await(late);
            }
            return Optional.empty();
          });
      fleet.push("two", 12);
      fleet.await("a is held up in the middle", () -> held.get() > 0);
      fleet.start(Fleet.rival("a", "c0", true));
      fleet.await("another one goes on", () -> fleet.isAt("two", 12));
      fleet.push("three", 12);
      fleet.await("the third commit", () -> fleet.isAt("three", 12));
      int sent = writesOf(fleet, "a");
      String before = versions(fleet);
      late.countDown();
      fleet.await(
          "a finds out",
          () -> fleet.log("a").stream().anyMatch(line -> line.contains("sync left to others")));
      Thread.sleep(1500);
      assertEquals(before, versions(fleet), "what was on the way is refused");
      assertEquals(sent, writesOf(fleet, "a"), "and nothing follows it");
      assertTrue(fleet.isAt("three", 12));
    }
  }

  private static int writesOf(Fleet fleet, String user) {
    return (int)
        fleet.api().writes().stream()
            .filter(request -> request.user().equals(user) && !isLease(request))
            .count();
  }

  private static String versions(Fleet fleet) {
    StringBuilder versions = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      versions.append(
          fleet
              .api()
              .live("v1", "ConfigMap", "c0/m" + i)
              .orElseThrow()
              .at("/metadata/resourceVersion")
              .asText());
      versions.append(' ');
    }
    return versions.toString();
  }
}
