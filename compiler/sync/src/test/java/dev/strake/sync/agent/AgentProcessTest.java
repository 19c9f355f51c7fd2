package dev.strake.sync.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.sync.standin.ApiRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Agents as processes that are stopped, killed and asked to end in the middle of a commit. */
@Tag("slow")
@Timeout(240)
final class AgentProcessTest {

  private static final int OBJECTS = 12;

  @TempDir Path folder;

  /** Holds up a replica's writes to the clusters from the fourth on. */
  private static final class Brake {

    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger writes = new AtomicInteger();
    private final String user;

    Brake(Fleet fleet, String user) {
      this.user = user;
      fleet.failing(
          request -> {
            if (isMeant(request) && writes.incrementAndGet() > 3) {
              await();
            }
            return Optional.empty();
          });
    }

    private boolean isMeant(ApiRequest request) {
      return request.user().equals(user)
          && request.isWrite()
          && request.namespace().startsWith("c");
    }

    private void await() {
      try {
        boolean unused = released.await(2, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    boolean isReached() {
      return writes.get() > 3;
    }

    void release() {
      released.countDown();
    }
  }

  private static List<ApiRequest> writes(Fleet fleet, String user) {
    return fleet.api().writes().stream()
        .filter(request -> request.user().equals(user))
        .filter(request -> !request.plural().equals("leases"))
        .toList();
  }

  /** The other one is there to stay: the cluster is its own by right. */
  @Test
  void aProcessThatWasStoppedInTheMiddleWritesNothingWhenItWakesUp() throws Exception {
    String other = Fleet.rival("a", "c0", true);
    try (Fleet fleet = new Fleet(folder, 1)) {
      AgentProcess a = stoppedInTheMiddle(fleet, other);
      int sent = writes(fleet, "a").size();
      a.resume();
      fleet.await("a finds out" + a.log(), () -> a.said("sync left to others"));
      Thread.sleep(2000);
      assertEquals(sent, writes(fleet, "a").size(), () -> writes(fleet, "a").toString());
      assertTrue(fleet.isAt("three", OBJECTS));
      assertEquals(other, fleet.keeper("c0"));
    }
  }

  /** The other one gives the cluster back, whose commit the stopped one has never heard of. */
  @Test
  void aProcessThatWasStoppedAsksForNewsBeforeItGoesOn() throws Exception {
    String other = Fleet.rival("a", "c0", false);
    try (Fleet fleet = new Fleet(folder, 1)) {
      AgentProcess a = stoppedInTheMiddle(fleet, other);
      List<String> seen = new CopyOnWriteArrayList<>();
      fleet.failing(
          request -> {
            seen.add(fleet.value("c0", 0).orElse("-"));
            return Optional.empty();
          });
      a.resume();
      fleet.await("a has it back", () -> fleet.keeper("c0").equals("a"));
      fleet.push("four", OBJECTS);
      fleet.await("the fourth commit", () -> fleet.isAt("four", OBJECTS));
      assertEquals(List.of("three", "four"), seen.stream().distinct().toList());
      fleet.assertNobodyTrespassed();
    }
  }

  /** It has written a part of the second commit; another one has gone on to the third. */
  private static AgentProcess stoppedInTheMiddle(Fleet fleet, String other) throws Exception {
    fleet.push("one", OBJECTS);
    AgentProcess a = fleet.launch("a");
    fleet.await("the first commit" + a.log(), () -> fleet.isAt("one", OBJECTS));
    fleet.await("a is done", () -> a.said("converged"));
    Brake brake = new Brake(fleet, "a");
    fleet.push("two", OBJECTS);
    fleet.await("a is in the middle", brake::isReached);
    a.pause();
    // What was sent before is carried out; it does not hear of it any more.
    brake.release();
    fleet.start(other);
    fleet.await("another one goes on", () -> fleet.isAt("two", OBJECTS));
    fleet.push("three", OBJECTS);
    fleet.await("the third commit", () -> fleet.isAt("three", OBJECTS));
    return a;
  }

  @Test
  void aProcessThatIsKilledInTheMiddleLosesNothing() throws Exception {
    try (Fleet fleet = new Fleet(folder, 1)) {
      fleet.push("one", OBJECTS + 2);
      AgentProcess a = fleet.launch("a");
      fleet.await("the first commit" + a.log(), () -> fleet.isAt("one", OBJECTS + 2));
      fleet.await("a is done", () -> a.said("converged"));

      Brake brake = new Brake(fleet, "a");
      fleet.push("two", OBJECTS);
      fleet.await("a is in the middle", brake::isReached);
      a.kill();
      long killed = System.nanoTime();
      brake.release();
      fleet.start("b");
      fleet.await("b goes on", () -> fleet.isAt("two", OBJECTS));
      assertTrue(
          System.nanoTime() - killed >= FleetAgent.TIMINGS.duration().toNanos(),
          "not before the Lease has expired");
      fleet.await(
          "what left the set is gone",
          () -> fleet.value("c0", OBJECTS).isEmpty() && fleet.value("c0", OBJECTS + 1).isEmpty());
    }
  }

  @Test
  void aProcessThatIsAskedToEndEndsItsStepAndGivesItsLeaseAway() throws Exception {
    try (Fleet fleet = new Fleet(folder, 1)) {
      fleet.push("one", OBJECTS);
      AgentProcess a = fleet.launch("a");
      fleet.await("the first commit" + a.log(), () -> fleet.isAt("one", OBJECTS));
      fleet.await("a is done", () -> a.said("converged"));

      Brake brake = new Brake(fleet, "a");
      fleet.push("two", OBJECTS);
      fleet.await("a is in the middle", brake::isReached);
      a.terminate();
      Thread.sleep(FleetAgent.TIMINGS.duration().plus(Duration.ofSeconds(1)).toMillis());
      assertEquals("a", fleet.keeper("c0"), "it renews its Lease until its step has ended");
      brake.release();
      // 128 + SIGTERM, as the JVM ends on a signal.
      assertEquals(143, a.await(), () -> a.log().toString());
      assertEquals("", fleet.keeper("c0"));
      assertTrue(fleet.isAt("two", OBJECTS), "the step was ended");
      assertTrue(a.log().get(a.log().size() - 1).contains("agent stopped"), a.log().toString());
      fleet.assertNobodyTrespassed();
    }
  }
}
