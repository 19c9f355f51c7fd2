package dev.strake.sync.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.sync.object.ObjectIdentity;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mark that does not fit keeps an object, and each is told. */
class PruneJudgeTest {

  private static final ObjectIdentity WEB = Live.object("Deployment.apps", "shop", "web");

  private static PruneDecision judge(PruneCandidate candidate, OtherClaims claims) {
    return new PruneJudge(Live.SHOP.id(), claims).judge(candidate);
  }

  private static PruneDecision judge(Observed observed) {
    return judge(PruneCandidate.inventoried(Live.entry(WEB), observed), OtherClaims.NONE);
  }

  @Test
  void anObjectWithAllMarksIsDeletedByItsUid() {
    PruneDecision decision = judge(Live.applied(WEB).found());
    assertEquals(
        new PruneDecision(
            WEB, PruneVerdict.DELETE, Live.uid(WEB), "the set does not want it any more"),
        decision);
    assertFalse(decision.verdict().leavesInventory(), "not before the server has deleted it");
  }

  static Stream<Arguments> kept() {
    return Stream.of(
        kept(
            Live.applied(WEB).withoutLabels(),
            PruneVerdict.NOT_LABELLED,
            "somebody took the label applyset.kubernetes.io/part-of off it"),
        kept(
            Live.applied(WEB).withUid("another"),
            PruneVerdict.OTHER_UID,
            "the set applied the one with UID uid-Deployment.apps-shop-web, and another has its"
                + " name now"),
        kept(
            Live.applied(WEB).ownedBy("Rollout", "web", "u", true),
            PruneVerdict.CONTROLLED,
            "it belongs to Rollout web"),
        kept(
            Live.applied(WEB).annotation("strake.dev/prune", "disabled"),
            PruneVerdict.ANNOTATED,
            "it is marked to be kept: strake.dev/prune: disabled"));
  }

  private static Arguments kept(Live live, PruneVerdict verdict, String reason) {
    return Arguments.of(live.found(), verdict, reason);
  }

  @ParameterizedTest
  @MethodSource("kept")
  void aMismatchKeepsIt(Observed observed, PruneVerdict verdict, String reason) {
    PruneDecision decision = judge(observed);
    assertEquals(verdict, decision.verdict());
    assertEquals(reason, decision.reason());
    assertTrue(verdict.isKept());
    assertFalse(verdict.leavesInventory());
  }

  @Test
  void anOwnerThatIsNoControllerDoesNotKeepIt() {
    assertEquals(
        PruneVerdict.DELETE,
        judge(Live.applied(WEB).ownedBy("Rollout", "web", "u", false).found()).verdict());
  }

  @ParameterizedTest
  @CsvSource({
    "strake.dev/prune, disabled",
    "kustomize.toolkit.fluxcd.io/prune, Disabled",
    "argocd.argoproj.io/sync-options, 'Validate=false, Prune=false'",
    "argocd.argoproj.io/sync-options, Prune=confirm",
    "client.lifecycle.config.k8s.io/deletion, detach",
    "cli-utils.sigs.k8s.io/on-remove, keep",
    "helm.sh/resource-policy, keep",
  })
  void marksOfOtherToolsCountAsLabelsToo(String key, String value) {
    assertEquals(
        PruneVerdict.ANNOTATED, judge(Live.applied(WEB).annotation(key, value).found()).verdict());
    assertEquals(
        PruneVerdict.ANNOTATED, judge(Live.applied(WEB).label(key, value).found()).verdict());
  }

  @ParameterizedTest
  @CsvSource({
    "strake.dev/prune, enabled",
    "argocd.argoproj.io/sync-options, Prune=true",
    "argocd.argoproj.io/sync-options, NoPrune=false",
    "helm.sh/resource-policy, ''",
  })
  void otherValuesDoNot(String key, String value) {
    assertEquals(
        PruneVerdict.DELETE, judge(Live.applied(WEB).annotation(key, value).found()).verdict());
  }

  @Test
  void whatIsGoneLeavesTheInventory() {
    PruneDecision decision = judge(new Observed.Absent());
    assertEquals(PruneVerdict.GONE, decision.verdict());
    assertTrue(decision.verdict().leavesInventory());
  }

  @Test
  void whatCannotBeReadIsKept() {
    PruneDecision decision = judge(new Observed.Unread("403 Forbidden"));
    assertEquals(PruneVerdict.UNREADABLE, decision.verdict());
    assertEquals("it could not be read: 403 Forbidden", decision.reason());
    assertTrue(decision.verdict().isKept());
  }

  @Test
  void aLabelWithoutAnEntryIsNotEnough() {
    assertEquals(
        PruneVerdict.NOT_INVENTORIED,
        judge(PruneCandidate.labelled(Live.applied(WEB).get()), OtherClaims.NONE).verdict());
  }

  @Test
  void theSameObjectUnderAnotherGroupIsNotDeletedWithItsOldName() {
    ObjectIdentity old = Live.object("Ingress.extensions", "shop", "web");
    PruneCandidate candidate =
        PruneCandidate.inventoried(
            new InventoryEntry(old, "uid-7", "d", Live.COMMIT),
            Live.applied(old).withUid("uid-7").found());
    PruneDecision decision = judge(candidate, new OtherClaims(Set.of("uid-7"), Map.of()));
    assertEquals(PruneVerdict.RENAMED, decision.verdict());
    assertTrue(decision.verdict().leavesInventory());
    assertEquals(PruneVerdict.DELETE, judge(candidate, OtherClaims.NONE).verdict());
  }

  @Test
  void anIntentIsDeletedOnlyIfASyncAppliedIt() {
    InventoryEntry intent = InventoryEntry.intent(WEB, "d", Live.COMMIT);
    PruneDecision ours =
        judge(PruneCandidate.inventoried(intent, Live.applied(WEB).found()), OtherClaims.NONE);
    assertEquals(PruneVerdict.DELETE, ours.verdict());
    assertEquals(Live.uid(WEB), ours.uid(), "the precondition is the UID that is live");
    assertEquals(
        PruneVerdict.UNCONFIRMED,
        judge(
                PruneCandidate.inventoried(intent, Live.applied(WEB).withoutManagers().found()),
                OtherClaims.NONE)
            .verdict());
  }

  @Test
  void overridesAreReadWithTheFullCommitOnly() {
    assertEquals(
        Optional.of(new GuardOverride(Guard.TOO_MANY, Live.COMMIT)),
        GuardOverride.parse("share@" + Live.COMMIT));
    Stream.of(
            "share@" + Live.COMMIT.substring(1),
            "share@" + Live.COMMIT.substring(0, 7),
            "share@HEAD",
            "share",
            "everything@" + Live.COMMIT,
            "share@" + Live.COMMIT.replace('a', 'A'),
            "@" + Live.COMMIT)
        .forEach(text -> assertEquals(Optional.empty(), GuardOverride.parse(text), text));
    assertEquals("empty|share|namespace|crd|pvc@<full commit id>", GuardOverride.usage());
  }
}
