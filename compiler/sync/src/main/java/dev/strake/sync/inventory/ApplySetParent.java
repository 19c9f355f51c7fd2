package dev.strake.sync.inventory;

import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The object that stands for a set, as far as every tool understands it.
 *
 * <p>A sync writes the parent {@link #grownBy grown} before it applies anything, so that whatever
 * happens then, each member lies within the scope that the parent names; and {@link #shrunkTo
 * shrunk} when it has pruned.
 *
 * @param scope of all members; the parent's own namespace goes without saying
 */
public record ApplySetParent(ObjectIdentity identity, Tooling tooling, SetScope scope) {

  public ApplySetParent {
    scope = scope.withoutNamespace(identity.namespace());
  }

  /** The parent of a set that has no members yet. */
  public static ApplySetParent fresh(ObjectIdentity identity, Tooling tooling) {
    return new ApplySetParent(identity, tooling, SetScope.EMPTY);
  }

  public ApplySetId id() {
    return ApplySetId.of(identity);
  }

  /** Before an apply: what was in the set, and what will be. */
  public ApplySetParent grownBy(SetScope wanted) {
    return new ApplySetParent(identity, tooling, scope.union(wanted));
  }

  /**
   * After pruning.
   *
   * @param members of everything that is still in the set, also of what could not be deleted
   */
  public ApplySetParent shrunkTo(SetScope members) {
    return new ApplySetParent(identity, tooling, members);
  }

  public Map<String, String> labels() {
    return new TreeMap<>(Map.of(ApplySetKeys.ID, id().value()));
  }

  public Map<String, String> annotations() {
    return new TreeMap<>(
        Map.of(
            ApplySetKeys.TOOLING,
            tooling.toString(),
            ApplySetKeys.GROUP_KINDS,
            scope.kindsText(),
            ApplySetKeys.NAMESPACES,
            scope.namespacesText()));
  }

  /** What a live object says of the set it stands for. */
  public static ParentReading read(KubernetesObject live, Tooling own) {
    Optional<String> refusal = refusal(live, own);
    return refusal.isPresent()
        ? new ParentReading.Refused(refusal.get())
        : new ParentReading.Ours(
            new ApplySetParent(live.identity(), own, scope(live.annotations())));
  }

  private static SetScope scope(Map<String, String> annotations) {
    return SetScope.parse(
        annotations.getOrDefault(ApplySetKeys.GROUP_KINDS, ""),
        annotations.getOrDefault(ApplySetKeys.NAMESPACES, ""));
  }

  private static Optional<String> refusal(KubernetesObject live, Tooling own) {
    Map<String, String> annotations = live.annotations();
    String tooling = annotations.getOrDefault(ApplySetKeys.TOOLING, "");
    if (tooling.isEmpty()) {
      return refuse(live, "has no annotation " + ApplySetKeys.TOOLING);
    }
    if (!Tooling.nameIn(tooling).equals(own.tool())) {
      return refuse(live, "is kept by " + tooling + ", and a set has one keeper");
    }
    String id = live.labels().getOrDefault(ApplySetKeys.ID, "");
    String right = ApplySetId.of(live.identity()).value();
    if (!id.equals(right)) {
      String found = id.isEmpty() ? "no label " + ApplySetKeys.ID : "the id " + id;
      return refuse(live, "has " + found + " where " + right + " belongs");
    }
    return annotations.containsKey(ApplySetKeys.GROUP_KINDS)
        ? Optional.empty()
        : refuse(live, "has no annotation " + ApplySetKeys.GROUP_KINDS);
  }

  private static Optional<String> refuse(KubernetesObject live, String why) {
    return Optional.of(live + " " + why);
  }
}
