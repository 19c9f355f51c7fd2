package dev.strake.sync.inventory;

import dev.strake.sync.object.ObjectIdentity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps a namespace that holds anything but what is being pruned, and those that every cluster has.
 *
 * @see <a href="https://github.com/kubernetes-sigs/cli-utils/issues/274">A namespace deleted with
 *     everything in it</a>
 */
final class NamespaceRule {

  private static final GroupKind NAMESPACE = new GroupKind("Namespace", "");
  private static final int NAMED = 3;

  /**
   * Not for any override: a manifest that gives one of them a label must not be able to take it
   * along when it goes.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces">Initial
   *     namespaces</a>
   */
  private static final Set<String> PROTECTED =
      Set.of("default", "kube-system", "kube-public", "kube-node-lease", SetName.NAMESPACE);

  private final Set<ObjectIdentity> wanted;
  private final NamespaceContents contents;

  /**
   * @param wanted by any set, as far as known
   */
  NamespaceRule(Set<ObjectIdentity> wanted, NamespaceContents contents) {
    this.wanted = wanted;
    this.contents = contents;
  }

  static boolean isNamespace(ObjectIdentity identity) {
    return GroupKind.of(identity).equals(NAMESPACE);
  }

  List<PruneDecision> apply(List<PruneDecision> decisions) {
    Set<ObjectIdentity> deleted =
        decisions.stream()
            .filter(PruneDecision::isDelete)
            .map(PruneDecision::identity)
            .collect(Collectors.toSet());
    return decisions.stream().map(decision -> apply(decision, deleted)).toList();
  }

  private PruneDecision apply(PruneDecision decision, Set<ObjectIdentity> deleted) {
    if (!decision.isDelete() || !isNamespace(decision.identity())) {
      return decision;
    }
    String name = decision.identity().name();
    if (PROTECTED.contains(name)) {
      return decision.with(PruneVerdict.PROTECTED, "no cluster can do without it");
    }
    List<ObjectIdentity> applied =
        wanted.stream().filter(object -> object.namespace().equals(name)).sorted().toList();
    if (!applied.isEmpty()) {
      return keep(decision, "it holds what is wanted: " + names(applied));
    }
    Optional<String> unknown = contents.unknown(name);
    if (unknown.isPresent()) {
      return keep(decision, unknown.get());
    }
    List<ObjectIdentity> others = contents.others(name, deleted);
    return others.isEmpty()
        ? decision
        : keep(decision, "it holds what is not being pruned: " + names(others));
  }

  private static PruneDecision keep(PruneDecision decision, String reason) {
    return decision.with(PruneVerdict.NAMESPACE_IN_USE, reason);
  }

  private static String names(List<ObjectIdentity> objects) {
    String some =
        objects.stream().limit(NAMED).map(Object::toString).collect(Collectors.joining(", "));
    int more = objects.size() - NAMED;
    return more > 0 ? some + " and " + more + " more" : some;
  }
}
