package dev.strake.sync.set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.sync.inventory.Inventory;
import dev.strake.sync.inventory.InventoryEntry;
import dev.strake.sync.inventory.SetName;
import dev.strake.sync.inventory.SetScope;
import dev.strake.sync.inventory.Tooling;
import dev.strake.sync.live.ClusterConnection;
import dev.strake.sync.live.ClusterUnreachable;
import dev.strake.sync.live.RetryPolicy;
import dev.strake.sync.object.ObjectIdentity;
import dev.strake.sync.standin.ApiStandIn;
import dev.strake.sync.standin.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An inventory that grows out of its ConfigMap, or shrinks into it, and a sync that dies then. */
final class ShardCrashTest {

  private static final SetName SET = new SetName("shop");

  @TempDir Path folder;

  /** About two hundred bytes each, as a real one has: so 2,500 of them are half a MiB. */
  private static Inventory inventory(int size) {
    List<InventoryEntry> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      entries.add(
          new InventoryEntry(
              new ObjectIdentity("apps", "Deployment", "shop", "workload-" + i),
              "uid" + (100_000_000 + i) + "-and-its-other-parts-36",
              Integer.toHexString(0x10000000 | i).repeat(8),
              "0123456789012345678901234567890123456789"));
    }
    return Inventory.of(entries);
  }

  /**
   * @param from how many objects it had
   * @param to how many it gets
   * @param writes that this takes at least
   */
  @ParameterizedTest
  @CsvSource({"1000, 6000, 3", "6000, 1000, 3", "6000, 6001, 3"})
  void itIsTheOneBeforeOrTheOneAfter(int from, int to, int writes) {
    Inventory before = inventory(from);
    Inventory after = inventory(to);
    for (boolean behind : List.of(false, true)) {
      int write = 0;
      boolean died = true;
      while (died) {
        write++;
        try (ApiStandIn api = ApiStandIn.start();
            ClusterConnection connection =
                ClusterConnection.open(
                    Optional.of(api.kubeconfig(folder)),
                    Optional.empty(),
                    new RetryPolicy(1, Duration.ofMillis(1), Duration.ofMillis(1)))) {
          SetStore store = new SetStore(connection.api(), SET, Tooling.strake("1.0.0"));
          assertEquals(Optional.empty(), store.update(none -> before, SetScope.EMPTY));
          AtomicBoolean dead = kill(api, write, behind);
          try {
            store.update(any -> after, SetScope.EMPTY);
          } catch (ClusterUnreachable e) {
            assertTrue(dead.get());
          }
          died = dead.get();
          api.failing(request -> Optional.empty());
          StoredSet stored = store.read();
          assertEquals(Optional.empty(), stored.trouble(), "write " + write);
          assertTrue(
              stored.inventory().equals(before) || stored.inventory().equals(after),
              "write " + write);
          assertEquals(Optional.empty(), store.update(any -> after, SetScope.EMPTY));
          StoredSet last = store.read();
          assertTrue(last.inventory().equals(after), "write " + write);
          assertEquals(named(last), last.shards().size(), "shards left behind, write " + write);
        }
      }
      assertTrue(write > writes, "it died before " + (write - 1) + " writes only");
    }
  }

  private static AtomicBoolean kill(ApiStandIn api, int write, boolean behind) {
    AtomicInteger left = new AtomicInteger(write);
    AtomicBoolean dead = new AtomicBoolean();
    api.failing(
        request -> {
          boolean last = request.isWrite() && left.decrementAndGet() == 0;
          boolean before = dead.get();
          if (last) {
            dead.set(true);
          }
          return before || last ? Optional.of(new Fault.Dropped(behind && last)) : Optional.empty();
        });
    return dead;
  }

  private static int named(StoredSet set) {
    return (int) set.live().orElseThrow().text("data", "shards").orElse("").lines().count();
  }
}
