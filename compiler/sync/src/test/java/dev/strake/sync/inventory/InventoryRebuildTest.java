package dev.strake.sync.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An inventory is made anew from what is live. */
class InventoryRebuildTest {

  private static final ObjectIdentity WEB = Live.object("Deployment.apps", "shop", "web");
  private static final ObjectIdentity API = Live.object("Deployment.apps", "shop", "api");
  private static final ObjectIdentity CHILD = Live.object("ReplicaSet.apps", "shop", "web-7d9");
  private static final ObjectIdentity COPY = Live.object("ConfigMap", "shop", "copy");

  @Test
  void onlyWhatASyncAppliedIsTakenIn() {
    List<KubernetesObject> labelled =
        List.of(
            Live.applied(WEB).get(),
            Live.applied(CHILD).ownedBy("Deployment", "web", "u", true).get(),
            Live.applied(COPY).withoutManagers().get(),
            Live.applied(API).partOf(Live.BANK.id()).get());
    InventoryRebuild rebuilt = InventoryRebuild.of(Live.SHOP.id(), labelled, Inventory.EMPTY);
    assertEquals(
        Inventory.of(List.of(new InventoryEntry(WEB, Live.uid(WEB), "", ""))), rebuilt.inventory());
    assertEquals(
        List.of(
            new InventoryRebuild.Rejected(CHILD, "it belongs to Deployment web"),
            new InventoryRebuild.Rejected(COPY, "no sync has applied it: its label was copied"),
            new InventoryRebuild.Rejected(API, "its label names no or another set")),
        rebuilt.rejected());
  }

  @Test
  void whatTheOldInventoryKnowsOfTheSameObjectIsKept() {
    Inventory old = Inventory.of(List.of(Live.entry(WEB), Live.entry(API)));
    List<KubernetesObject> labelled =
        List.of(Live.applied(WEB).get(), Live.applied(API).withUid("restored").get());
    assertEquals(
        Inventory.of(List.of(Live.entry(WEB), new InventoryEntry(API, "restored", "", ""))),
        InventoryRebuild.of(Live.SHOP.id(), labelled, old).inventory());
  }
}
