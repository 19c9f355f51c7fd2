package dev.strake.sync.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read again, and nothing else is. */
class StoredInventoryTest {

  private static final int CONFIG_MAP = 1024 * 1024;

  private static StoredInventory store(SetName set, Inventory inventory) {
    ApplySetParent parent =
        ApplySetParent.fresh(set.parent(), Tooling.strake("1.0.0")).grownBy(inventory.scope());
    return StoredInventory.of(set, parent, inventory);
  }

  private static StoredInventory store(Inventory inventory) {
    return store(Live.SHOP, inventory);
  }

  private static InventoryReading read(StoredInventory stored) {
    return InventoryReader.read(stored.parent(), stored.shards());
  }

  private static Inventory small() {
    return Inventory.of(
        List.of(
            Live.entry(Live.object("Service", "shop", "web")),
            Live.entry(Live.object("Deployment.apps", "shop", "web")),
            Live.entry(Live.object("Deployment.apps", "shop", "api")),
            new InventoryEntry(
                Live.object("Namespace", "", "shop"), "uid-1", "", Live.OTHER_COMMIT),
            InventoryEntry.intent(Live.object("Secret", "shop", "tls"), "b", "")));
  }

  private static Inventory large() {
    return Inventory.of(
        IntStream.range(0, 20_000)
            .mapToObj(i -> Live.object("Deployment.apps", "team-" + i % 97, "service-" + i))
            .map(
                identity ->
                    new InventoryEntry(
                        identity,
                        "3f2c1b7e-95d4-4c8a-b0de-" + Digests.hex(identity.name()).substring(0, 12),
                        Digests.hex("manifest of " + identity.name()),
                        Live.COMMIT))
            .toList());
  }

  @Test
  void aSmallInventoryIsInTheParentAndReadableForPeople() {
    StoredInventory stored = store(small());
    assertEquals(List.of(), stored.shards());
    assertEquals(
        """
        c -
        c 0123456789abcdef0123456789abcdef01234567
        c 76543210fedcba9876543210fedcba9876543210
        k - Namespace -
        o shop uid-1 - 2
        k shop Deployment apps
        o api uid-Deployment.apps-shop-api %1$s 1
        o web uid-Deployment.apps-shop-web %1$s 1
        k shop Secret -
        o tls - b 0
        k shop Service -
        o web uid-Service-shop-web %1$s 1
        """
            .formatted("a".repeat(64)),
        stored.parent().text("data", "entries").orElseThrow());
    assertEquals("shop", stored.parent().annotations().get("strake.dev/set"));
    assertEquals(new InventoryReading.Sound(small()), read(stored));
  }

  @Test
  void theParentIsOneForOtherToolsToo() {
    ParentReading reading = ApplySetParent.read(store(small()).parent(), Tooling.strake("1.0.1"));
    assertEquals(
        "Deployment.apps,Namespace,Secret,Service",
        reading.match(parent -> parent.scope().kindsText(), refusal -> refusal));
  }

  @Test
  void anEmptyInventoryIsSound() {
    assertEquals(new InventoryReading.Sound(Inventory.EMPTY), read(store(Inventory.EMPTY)));
  }

  @Test
  void theOrderInWhichEntriesCameDoesNotShow() {
    List<InventoryEntry> entries = new ArrayList<>(large().entries());
    Collections.shuffle(entries, new Random(7));
    assertEquals(store(large()), store(Inventory.of(entries)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-", "\\", "\\-", "a b", "a\tb", "line\nk x y z", "\\s", "o", "\r", "ä€😀", "@"})
  void anyNameThatKubernetesAllowsIsKept(String name) {
    Inventory odd =
        Inventory.of(
            List.of(
                Live.entry(Live.object("ClusterRole.rbac.authorization.k8s.io", "", name)),
                Live.entry(Live.object("Service", "shop", "web"))));
    assertEquals(new InventoryReading.Sound(odd), read(store(odd)));
  }

  @Test
  void aLargeInventoryIsShardedWellBelowTheLimit() {
    StoredInventory stored = store(large());
    assertEquals(8, stored.shards().size());
    Stream.concat(Stream.of(stored.parent()), stored.shards().stream())
        .forEach(
            object -> {
              int bytes = object.copy().toString().getBytes(StandardCharsets.UTF_8).length;
              assertTrue(bytes < CONFIG_MAP, object + " has " + bytes);
              assertTrue(object.name().length() <= 253, object.name());
            });
    assertTrue(stored.shards().stream().allMatch(shard -> shard.flag("immutable")));
    assertEquals(new InventoryReading.Sound(large()), read(stored));
  }

  @Test
  void oneChangeChangesOneShard() {
    InventoryEntry old = large().entries().get(12_345);
    InventoryEntry changed =
        new InventoryEntry(old.identity(), old.uid(), "c".repeat(64), Live.COMMIT);
    Set<KubernetesObject> before = new HashSet<>(store(large()).shards());
    List<KubernetesObject> fresh =
        store(large().with(List.of(changed))).shards().stream()
            .filter(shard -> !before.contains(shard))
            .toList();
    assertEquals(1, fresh.size());
  }

  @Test
  void whereverASyncDiesTheParentNamesAWholeInventory() {
    StoredInventory before = store(large());
    Inventory changed =
        large().without(large().identities().stream().limit(10_000).collect(Collectors.toList()));
    StoredInventory after = store(changed);
    List<KubernetesObject> live = new ArrayList<>(before.shards());
    for (KubernetesObject shard : after.shards()) {
      live.add(shard);
      assertEquals(
          new InventoryReading.Sound(large()), InventoryReader.read(before.parent(), live));
    }
    for (ObjectIdentity leftover : after.leftovers(live)) {
      assertEquals(new InventoryReading.Sound(changed), InventoryReader.read(after.parent(), live));
      live.removeIf(shard -> shard.identity().equals(leftover));
    }
    assertEquals(new HashSet<>(after.shards()), new HashSet<>(live));
  }

  @Test
  void aShardThatSomebodyRemovedIsMissed() {
    StoredInventory stored = store(large());
    List<KubernetesObject> live = new ArrayList<>(stored.shards());
    assertEquals(List.of(), stored.missing(live));
    KubernetesObject lost = live.remove(2);
    assertEquals(List.of(lost), stored.missing(live));
  }

  @Test
  void shardsOfOtherSetsAreNoLeftovers() {
    List<KubernetesObject> others = store(Live.BANK, large()).shards();
    assertEquals(8, others.size());
    assertEquals(List.of(), store(small()).leftovers(others));
  }

  static Stream<Arguments> tampering() {
    return Stream.of(
        damage("it has no format", data -> data.removeAll()),
        damage("it has no digest", data -> data.remove("digest")),
        damage("it has no entries", data -> data.remove("entries")),
        damage("its format is 2, and only 1 is known", data -> data.put("format", "2")),
        damage(
            "its entries do not have the digest that they should have",
            data -> data.put("entries", data.get("entries").textValue().replace("uid-1", "uid-2"))),
        damage(
            "its entries do not have the digest that they should have",
            data -> data.put("entries", data.get("entries").textValue().strip())),
        damage(
            "its entries do not have the digest that they should have",
            data -> data.put("digest", "0".repeat(64))),
        damage("it has entries of its own beside shards", data -> data.put("shards", "")));
  }

  private static Arguments damage(String reason, Consumer<ObjectNode> change) {
    return Arguments.of(reason, change);
  }

  @ParameterizedTest
  @MethodSource("tampering")
  void whatWasTamperedWithIsRefused(String reason, Consumer<ObjectNode> change) {
    ObjectNode root = store(small()).parent().copy();
    change.accept(root.withObject("/data"));
    assertEquals(
        new InventoryReading.Corrupt(
            "the inventory in ConfigMap strake-system/strake-set-shop: " + reason),
        InventoryReader.read(KubernetesObject.of(root), List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x 1",
        "o web uid digest 0",
        "c 1\nk - Pod -\no web uid digest 1",
        "c 1\nk - Pod -\no web uid digest -1",
        "c 1\nk - Pod -\no - uid digest 0",
        "c 1\nk - Pod -\no a\\x uid digest 0",
        "c 1\nk - Pod -\no a\\ uid digest 0",
        "c 1\nk - Pod -\no a uid digest 0\no a uid digest 0",
        "c 1 2",
        "c 1\nk - Pod -\no a uid 0"
      })
  void linesThatNoWriterWroteAreRefusedEvenWithARightDigest(String entries) {
    ObjectNode root = store(small()).parent().copy();
    ObjectNode data = root.withObject("/data");
    data.put("entries", entries);
    data.put("digest", StoredInventory.digest(Live.SHOP.id(), "entries", entries));
    InventoryReading reading = InventoryReader.read(KubernetesObject.of(root), List.of());
    assertEquals("refused", reading.match(inventory -> "read " + inventory, reason -> "refused"));
  }

  @Test
  void anInventoryCopiedFromAnotherSetIsRefused() {
    ObjectNode root = store(small()).parent().copy();
    root.set("data", store(Live.BANK, small()).parent().copy().get("data"));
    assertTrue(
        InventoryReader.read(KubernetesObject.of(root), List.of())
            instanceof InventoryReading.Corrupt);
  }

  @Test
  void aMissingOrChangedShardIsRefused() {
    StoredInventory stored = store(large());
    List<KubernetesObject> shards = new ArrayList<>(stored.shards());
    KubernetesObject lost = shards.remove(3);
    String prefix = "the inventory in ConfigMap strake-system/strake-set-shop: its shard ";
    assertEquals(
        new InventoryReading.Corrupt(prefix + lost.name() + " is missing"),
        InventoryReader.read(stored.parent(), shards));

    ObjectNode changed = lost.copy();
    changed.withObject("/data").put("entries", shards.get(0).text("data", "entries").orElse(""));
    shards.add(KubernetesObject.of(changed));
    assertEquals(
        new InventoryReading.Corrupt(prefix + lost.name() + " was changed"),
        InventoryReader.read(stored.parent(), shards));
  }

  @Test
  void differentInventoriesHaveDifferentDigests() {
    assertNotEquals(
        store(small()).parent().text("data", "digest"),
        store(Inventory.EMPTY).parent().text("data", "digest"));
  }

  @Test
  void anIntentNeverHidesAKnownUid() {
    ObjectIdentity web = Live.object("Service", "shop", "web");
    Inventory known = Inventory.of(List.of(Live.entry(web)));
    Inventory meant = known.withIntents(List.of(InventoryEntry.intent(web, "d", "c")));
    assertEquals(Live.uid(web), meant.find(web).orElseThrow().uid());
    ObjectIdentity api = Live.object("Service", "shop", "api");
    Inventory more = known.withIntents(List.of(InventoryEntry.intent(api, "d", "c")));
    assertTrue(more.find(api).orElseThrow().isIntent());
    assertEquals(Live.uid(api), more.with(List.of(Live.entry(api))).find(api).orElseThrow().uid());
  }
}
