package dev.strake.sync.inventory;

import dev.strake.sync.object.KubernetesObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Decides on one object at a time. It is deleted only if the inventory has it, with the UID that is
 * live now, it carries the set's label, no controller owns it, nobody else wants it, and it does
 * not ask to be kept. Each other case is a reason to keep it and say so.
 */
public final class PruneJudge {

  private final ApplySetId set;
  private final OtherClaims claims;
  private final List<Function<Case, Optional<PruneDecision>>> rules =
      List.of(
          this::inventoried,
          this::notRenamed,
          this::notMoved,
          this::sameUid,
          this::labelled,
          this::confirmed,
          this::notTerminating,
          this::notWantedElsewhere,
          this::notControlled,
          this::notAnnotated);

  public PruneJudge(ApplySetId set, OtherClaims claims) {
    this.set = set;
    this.claims = claims;
  }

  public PruneDecision judge(PruneCandidate candidate) {
    return candidate
        .observed()
        .match(
            live -> judge(new Case(candidate, live)),
            () -> decision(candidate, PruneVerdict.GONE, "it is not there any more"),
            why -> decision(candidate, PruneVerdict.UNREADABLE, "it could not be read: " + why));
  }

  private static PruneDecision decision(
      PruneCandidate candidate, PruneVerdict verdict, String reason) {
    return new PruneDecision(candidate.identity(), verdict, "", reason);
  }

  private PruneDecision judge(Case one) {
    return rules.stream()
        .flatMap(rule -> rule.apply(one).stream())
        .findFirst()
        .orElseGet(() -> one.decide(PruneVerdict.DELETE, "the set does not want it any more"));
  }

  private Optional<PruneDecision> inventoried(Case one) {
    return one.keepIf(
        one.candidate.entry().isEmpty(),
        PruneVerdict.NOT_INVENTORIED,
        "it has the set's label, but the set never applied it: the label was copied");
  }

  /** An object that is read through two API groups has one UID, and a deletion deletes both. */
  private Optional<PruneDecision> notRenamed(Case one) {
    return one.keepIf(
        claims.wantedUids().contains(one.live.uid()),
        PruneVerdict.RENAMED,
        "the set wants the same object through another API group");
  }

  private Optional<PruneDecision> notMoved(Case one) {
    return ApplySetId.partOf(one.live)
        .filter(other -> !other.equals(set))
        .map(other -> one.decide(PruneVerdict.MOVED, "it is in another set now: " + other));
  }

  private Optional<PruneDecision> sameUid(Case one) {
    return one.entry()
        .filter(entry -> !entry.isIntent() && !entry.uid().equals(one.live.uid()))
        .map(
            entry ->
                one.decide(
                    PruneVerdict.OTHER_UID,
                    "the set applied the one with UID "
                        + entry.uid()
                        + ", and another has its name now"));
  }

  private Optional<PruneDecision> labelled(Case one) {
    return one.keepIf(
        ApplySetId.partOf(one.live).isEmpty(),
        PruneVerdict.NOT_LABELLED,
        "somebody took the label " + ApplySetKeys.PART_OF + " off it");
  }

  private Optional<PruneDecision> confirmed(Case one) {
    boolean proven =
        one.entry().filter(InventoryEntry::isIntent).isEmpty()
            || new Provenance(one.live).isApplied();
    return one.keepIf(
        !proven,
        PruneVerdict.UNCONFIRMED,
        "the set meant to apply it, and nothing shows that it did");
  }

  private Optional<PruneDecision> notTerminating(Case one) {
    List<String> finalizers = new Provenance(one.live).finalizers();
    return one.keepIf(
        one.live.isTerminating(),
        PruneVerdict.TERMINATING,
        finalizers.isEmpty()
            ? "it is being deleted"
            : "it is being deleted and waits for " + String.join(", ", finalizers));
  }

  private Optional<PruneDecision> notWantedElsewhere(Case one) {
    return Stream.ofNullable(claims.wantedElsewhere().get(one.candidate.identity()))
        .map(other -> "the set " + other + " wants it and has not taken it yet")
        .map(reason -> one.decide(PruneVerdict.WANTED_ELSEWHERE, reason))
        .findFirst();
  }

  private Optional<PruneDecision> notControlled(Case one) {
    return new Provenance(one.live)
        .controller()
        .map(owner -> one.decide(PruneVerdict.CONTROLLED, "it belongs to " + owner));
  }

  private Optional<PruneDecision> notAnnotated(Case one) {
    return KeepMarks.of(one.live)
        .map(mark -> one.decide(PruneVerdict.ANNOTATED, "it is marked to be kept: " + mark));
  }

  private record Case(PruneCandidate candidate, KubernetesObject live) {
    Optional<InventoryEntry> entry() {
      return candidate.entry();
    }

    PruneDecision decide(PruneVerdict verdict, String reason) {
      return new PruneDecision(candidate.identity(), verdict, live.uid(), reason);
    }

    Optional<PruneDecision> keepIf(boolean applies, PruneVerdict verdict, String reason) {
      return applies ? Optional.of(decide(verdict, reason)) : Optional.empty();
    }
  }
}
