package dev.strake.sync.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Incidents of other tools, as far as a decision can cause or prevent them. */
class PrunePlanTest {

  private static final ObjectIdentity NAMESPACE = Live.object("Namespace", "", "shop");
  private static final ObjectIdentity WEB = Live.object("Deployment.apps", "shop", "web");
  private static final ObjectIdentity POD = Live.object("Pod", "shop", "web-7d9-x");
  private static final ObjectIdentity SET = Live.object("ReplicaSet.apps", "shop", "web-7d9");
  private static final ObjectIdentity CLAIM = Live.object("PersistentVolumeClaim", "shop", "data");
  private static final ObjectIdentity CRD =
      Live.object("CustomResourceDefinition.apiextensions.k8s.io", "", "carts.shop.example");

  /** Everything inventoried is live with all marks, unless a test says otherwise. */
  private static final class Scene {
    private final Inventory inventory;
    private final Map<ObjectIdentity, Observed> observed = new HashMap<>();
    private final List<KubernetesObject> labelled = new ArrayList<>();
    private final List<GuardOverride> overrides = new ArrayList<>();
    private Set<ObjectIdentity> wanted = Set.of();
    private OtherClaims claims = OtherClaims.NONE;
    private NamespaceContents contents = NamespaceContents.unknown();
    private Set<ObjectIdentity> own = Set.of();

    Scene(List<ObjectIdentity> inventoried) {
      inventory = Inventory.of(inventoried.stream().map(Live::entry).toList());
      inventoried.forEach(one -> observed.put(one, Live.applied(one).found()));
    }

    Scene wanting(ObjectIdentity... objects) {
      wanted = Arrays.stream(objects).collect(Collectors.toSet());
      return this;
    }

    Scene wanting(List<ObjectIdentity> objects) {
      return wanting(objects.toArray(ObjectIdentity[]::new));
    }

    Scene seeing(Live live) {
      observed.put(live.get().identity(), live.found());
      return this;
    }

    Scene listing(Live live) {
      labelled.add(live.get());
      return this;
    }

    Scene wantedElsewhere(ObjectIdentity object) {
      claims = new OtherClaims(Set.of(), Map.of(object, "bank"));
      return this;
    }

    Scene containing(Live... live) {
      contents = contents.with("shop", Arrays.stream(live).map(Live::get).toList());
      return this;
    }

    Scene overriding(Guard... guards) {
      Arrays.stream(guards).forEach(guard -> overrides.add(new GuardOverride(guard, Live.COMMIT)));
      return this;
    }

    Scene runningAs(ObjectIdentity... identity) {
      own = Set.of(identity);
      return this;
    }

    PrunePlan plan() {
      return plan(Live.COMMIT);
    }

    PrunePlan plan(String commit) {
      PruneRequest request =
          new PruneRequest(Live.SHOP.id(), inventory, wanted, claims, observed, labelled, contents);
      return PrunePlan.of(
          request,
          new PruneGuard(PruneLimits.DEFAULT, commit, overrides),
          new PruneOrder(PrunePlanTest::stage, own));
    }
  }

  private static int stage(ObjectIdentity identity) {
    return switch (identity.kind()) {
      case "CustomResourceDefinition" -> 0;
      case "Namespace" -> 1;
      case "ServiceAccount", "Role", "RoleBinding" -> 3;
      case "ConfigMap", "PersistentVolumeClaim" -> 4;
      default -> 6;
    };
  }

  private static List<ObjectIdentity> configMaps(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Live.object("ConfigMap", "shop", "c" + (100 + i)))
        .toList();
  }

  private static List<ObjectIdentity> deletions(PrunePlan plan) {
    return plan.deletions().stream().map(PruneDecision::identity).toList();
  }

  private static List<PruneVerdict> verdicts(PrunePlan plan) {
    return plan.others().stream().map(PruneDecision::verdict).toList();
  }

  private static List<String> holds(PrunePlan plan) {
    return plan.holds().stream().map(hold -> hold.guard().id() + ": " + hold.message()).toList();
  }

  /** Incident 1: https://github.com/argoproj/argo-cd/issues/15058. */
  @Test
  void aRenderThatComesOutEmptyDeletesNothing() {
    Scene scene = new Scene(configMaps(50)).wanting();
    assertEquals(List.of(), scene.plan().deletions());
    assertEquals(
        List.of(
            "empty: nothing is wanted any more of the 50 objects of the set",
            "share: 50 of 50 objects would be deleted, more than 20 %"),
        holds(scene.plan()));
  }

  /** Incident 1: https://github.com/argoproj/argo-cd/issues/24408. */
  @Test
  void aRenderThatComesOutPartlyDeletesNothing() {
    PrunePlan plan = new Scene(configMaps(50)).wanting(configMaps(10)).plan();
    assertEquals(List.of(), plan.deletions());
    assertEquals(List.of("share: 40 of 50 objects would be deleted, more than 20 %"), holds(plan));
    assertEquals(configMaps(50).subList(10, 50), plan.holds().get(0).objects());
  }

  @Test
  void anOverrideCountsForItsOwnCommitAndGuardOnly() {
    Scene scene = new Scene(configMaps(50)).wanting().overriding(Guard.TOO_MANY);
    assertEquals(List.of(Guard.EMPTY_RESULT), guards(scene.plan()));
    scene.overriding(Guard.EMPTY_RESULT);
    assertEquals(50, scene.plan().deletions().size());
    assertEquals(
        List.of(Guard.EMPTY_RESULT, Guard.TOO_MANY), guards(scene.plan(Live.OTHER_COMMIT)));
    assertEquals(List.of(), scene.plan(Live.OTHER_COMMIT).deletions());
  }

  private static List<Guard> guards(PrunePlan plan) {
    return plan.holds().stream().map(GuardHold::guard).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "25, 20, 5",
    "24, 19, 0",
    "10, 6, 4",
    "10, 5, 0",
    "5, 1, 4",
    "1000, 800, 200",
    "1000, 799, 0",
    "1, 1, 0"
  })
  void theShareIsExactAndSmallSetsMayChange(int inventoried, int wanted, int deleted) {
    PrunePlan plan = new Scene(configMaps(inventoried)).wanting(configMaps(wanted)).plan();
    assertEquals(deleted, plan.deletions().size());
    assertEquals(deleted == 0 && wanted < inventoried, !plan.holds().isEmpty());
  }

  @Test
  void whatWouldNotBeDeletedAnywayDoesNotCount() {
    Scene scene = new Scene(configMaps(20)).wanting(configMaps(15));
    assertEquals(List.of(Guard.TOO_MANY), guards(scene.plan()));
    scene.seeing(Live.applied(configMaps(20).get(17)).partOf(Live.BANK.id()));
    assertEquals(4, scene.plan().deletions().size());
  }

  /** Incident 2: https://github.com/kubernetes-sigs/cli-utils/issues/274. */
  @Test
  void aNamespaceWithWantedObjectsIsKept() {
    PrunePlan plan =
        new Scene(List.of(NAMESPACE, WEB)).wanting(WEB).overriding(Guard.NAMESPACE).plan();
    assertEquals(List.of(), plan.deletions());
    assertEquals(
        List.of(
            new PruneDecision(
                NAMESPACE,
                PruneVerdict.NAMESPACE_IN_USE,
                Live.uid(NAMESPACE),
                "it holds what is wanted: Deployment shop/web")),
        plan.kept());
  }

  @Test
  void aNamespaceWithObjectsOfOthersIsKept() {
    Scene scene =
        new Scene(List.of(NAMESPACE, WEB))
            .wanting(CRD)
            .overriding(Guard.NAMESPACE)
            .containing(Live.applied(WEB), Live.foreign(CLAIM));
    assertEquals(List.of(WEB), deletions(scene.plan()));
    assertEquals(
        "it holds what is not being pruned: PersistentVolumeClaim shop/data",
        scene.plan().kept().get(0).reason());
  }

  @Test
  void aNamespaceNobodyLookedIntoIsKept() {
    PrunePlan plan = new Scene(List.of(NAMESPACE)).wanting(CRD).overriding(Guard.NAMESPACE).plan();
    assertEquals("nobody looked what is in it", plan.kept().get(0).reason());
    assertEquals(List.of(), plan.deletions());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"default", "kube-system", "kube-public", "kube-node-lease", "strake-system"})
  void namespacesThatEveryClusterNeedsAreKeptWhateverIsOverridden(String name) {
    ObjectIdentity namespace = Live.object("Namespace", "", name);
    Scene scene = new Scene(List.of(namespace)).wanting(CRD).overriding(Guard.NAMESPACE);
    scene.contents = scene.contents.with(name, List.of());
    assertEquals(List.of(), scene.plan().deletions());
    assertEquals(List.of(PruneVerdict.PROTECTED), verdicts(scene.plan()));
  }

  @Test
  void anEmptiedNamespaceGoesAfterItsObjectsIfSomebodySaysSo() {
    Scene scene =
        new Scene(List.of(NAMESPACE, WEB))
            .wanting(CRD)
            .containing(
                Live.applied(WEB),
                Live.foreign(SET).ownedBy("Deployment", "web", Live.uid(WEB), true),
                Live.foreign(POD).ownedBy("ReplicaSet", "web-7d9", Live.uid(SET), true),
                Live.foreign(Live.object("ServiceAccount", "shop", "default")),
                Live.foreign(Live.object("ConfigMap", "shop", "kube-root-ca.crt")),
                Live.foreign(Live.object("Event", "shop", "web.17a")));
    assertEquals(List.of(WEB), deletions(scene.plan()));
    assertEquals(List.of("namespace: would be deleted: Namespace shop"), holds(scene.plan()));
    scene.overriding(Guard.NAMESPACE);
    assertEquals(List.of(WEB, NAMESPACE), deletions(scene.plan()));
  }

  @Test
  void whatAGuardHoldsBackHoldsItsNamespaceBack() {
    PrunePlan plan =
        new Scene(List.of(NAMESPACE, CLAIM))
            .wanting(CRD)
            .containing(Live.applied(CLAIM))
            .overriding(Guard.NAMESPACE)
            .plan();
    assertEquals(List.of(), plan.deletions());
    assertEquals(List.of(Guard.PVC), guards(plan));
    assertEquals(
        "it holds what is not being pruned: PersistentVolumeClaim shop/data",
        plan.kept().get(0).reason());
  }

  @Test
  void aNamespaceWaitsForDeletionsInItThatFailed() {
    PrunePlan plan =
        new Scene(List.of(NAMESPACE, WEB))
            .wanting(CRD)
            .containing(Live.applied(WEB))
            .overriding(Guard.NAMESPACE)
            .plan();
    PruneDecision namespace = plan.deletions().get(1);
    assertEquals(NAMESPACE, namespace.identity());
    assertTrue(plan.mayDelete(namespace, List.of()));
    assertTrue(plan.mayDelete(namespace, List.of(Live.object("Service", "other", "web"))));
    assertFalse(plan.mayDelete(namespace, List.of(WEB)));
  }

  @Test
  void definitionsAndClaimsNeedAWordAndDoNotHoldUpTheRest() {
    Scene scene = new Scene(List.of(CRD, CLAIM, WEB)).wanting(NAMESPACE);
    assertEquals(List.of(WEB), deletions(scene.plan()));
    assertEquals(
        List.of(
            "crd: would be deleted: CustomResourceDefinition carts.shop.example",
            "pvc: would be deleted: PersistentVolumeClaim shop/data"),
        holds(scene.plan()));
    scene.overriding(Guard.CRD, Guard.PVC);
    assertEquals(List.of(WEB, CLAIM, CRD), deletions(scene.plan()));
  }

  /** Incident 3: https://github.com/fluxcd/kustomize-controller/issues/192. */
  @Test
  void aChildWithACopiedLabelSurvivesAndIsReported() {
    PrunePlan plan =
        new Scene(List.of(WEB))
            .wanting(NAMESPACE)
            .listing(
                Live.foreign(SET)
                    .partOf(Live.SHOP.id())
                    .ownedBy("Deployment", "web", Live.uid(WEB), true))
            .plan();
    assertEquals(List.of(WEB), deletions(plan));
    assertEquals(List.of(PruneVerdict.NOT_INVENTORIED), verdicts(plan));
    assertEquals(SET, plan.kept().get(0).identity());
  }

  /** Incident 4: https://github.com/fluxcd/kustomize-controller/issues/338. */
  @Test
  void anObjectThatMovesToAnotherSetIsNeverDeletedWhicheverSyncsFirst() {
    Scene scene = new Scene(List.of(WEB)).wanting(NAMESPACE).wantedElsewhere(WEB);
    PrunePlan oldFirst = scene.plan();
    assertEquals(List.of(), oldFirst.deletions());
    assertEquals(List.of(PruneVerdict.WANTED_ELSEWHERE), verdicts(oldFirst));
    assertEquals(
        scene.inventory,
        oldFirst.inventoryAfter(scene.inventory, List.of()),
        "it stays known until the other set has it");

    scene.seeing(Live.applied(WEB).partOf(Live.BANK.id()));
    PrunePlan newFirst = scene.plan();
    assertEquals(List.of(), newFirst.deletions());
    assertEquals(List.of(PruneVerdict.MOVED), verdicts(newFirst));
    assertEquals(Inventory.EMPTY, newFirst.inventoryAfter(scene.inventory, List.of()));
  }

  /** Incident 5: https://github.com/fluxcd/kustomize-controller/issues/1664. */
  @Test
  void whatCouldNotBeDeletedIsDeletedByTheNextSync() {
    Scene scene = new Scene(configMaps(23)).wanting(configMaps(20));
    PrunePlan plan = scene.plan();
    assertEquals(3, plan.deletions().size());
    Inventory after = plan.inventoryAfter(scene.inventory, List.of());
    assertEquals(scene.inventory, after);
    assertEquals(3, PruneRequest.unwanted(after, configMaps(20)).size());
    assertEquals(
        20, plan.inventoryAfter(scene.inventory, deletions(plan)).size(), "when it is allowed");
  }

  @Test
  void nothingButADeletionLeavesTheInventoryAsGone() {
    Scene scene = new Scene(List.of(WEB, CLAIM)).wanting(CLAIM);
    PrunePlan plan = scene.plan();
    assertEquals(
        Set.of(CLAIM), plan.inventoryAfter(scene.inventory, List.of(WEB, CLAIM)).identities());
  }

  /** Incident 7: https://github.com/fluxcd/kustomize-controller/issues/98. */
  @Test
  void anObjectWithAFinalizerIsDeletedOnceAndHoldsNobodyUp() {
    Scene scene =
        new Scene(List.of(WEB, CLAIM))
            .wanting(NAMESPACE)
            .overriding(Guard.PVC)
            .seeing(Live.applied(CLAIM).terminating("kubernetes.io/pvc-protection"));
    PrunePlan plan = scene.plan();
    assertEquals(List.of(WEB), deletions(plan));
    assertEquals(
        List.of(
            new PruneDecision(
                CLAIM,
                PruneVerdict.TERMINATING,
                Live.uid(CLAIM),
                "it is being deleted and waits for kubernetes.io/pvc-protection")),
        plan.others());
    assertEquals(Set.of(CLAIM), plan.inventoryAfter(scene.inventory, List.of(WEB)).identities());
  }

  /** Incident 8: https://github.com/fluxcd/flux2/issues/997. */
  @Test
  void whatTheSyncRunsAsGoesLast() {
    ObjectIdentity account = Live.object("ServiceAccount", "shop", "deployer");
    ObjectIdentity other = Live.object("ServiceAccount", "shop", "web");
    ObjectIdentity role = Live.object("Role.rbac.authorization.k8s.io", "shop", "deployer");
    ObjectIdentity binding =
        Live.object("RoleBinding.rbac.authorization.k8s.io", "shop", "deployer");
    ObjectIdentity config = Live.object("ConfigMap", "shop", "config");
    PrunePlan plan =
        new Scene(List.of(account, other, role, binding, config, WEB, CRD))
            .wanting()
            .overriding(Guard.EMPTY_RESULT, Guard.TOO_MANY, Guard.CRD)
            .runningAs(account, role, binding)
            .plan();
    assertEquals(
        List.of(WEB, config, other, CRD, account, binding, role).toString(),
        deletions(plan).toString());
  }

  @Test
  void anInventoriedObjectThatNobodyLookedAtIsKept() {
    Scene scene = new Scene(List.of(WEB)).wanting(NAMESPACE);
    scene.observed.clear();
    assertEquals(List.of(PruneVerdict.UNREADABLE), verdicts(scene.plan()));
  }

  @Test
  void theSameRequestGivesTheSamePlan() {
    Scene scene = new Scene(configMaps(30)).wanting(configMaps(25));
    assertEquals(scene.plan(), scene.plan());
    assertEquals(5, scene.plan().deletions().size());
  }
}
