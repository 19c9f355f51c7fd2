package dev.strake.sync.health.explain;

import dev.strake.sync.object.Condition;
import dev.strake.sync.object.KubernetesObject;
import java.util.List;
import java.util.Set;

/** The conditions of an object that tell of trouble. */
final class BadConditions {

  /**
   * Types that are true when something is wrong. All others are taken for good news when true.
   *
   * @see <a
   *     href="https://github.com/kubernetes/community/blob/master/contributors/devel/sig-architecture/api-conventions.md#typical-status-properties">Conditions
   *     in the API conventions</a>
   */
  private static final Set<String> BAD_WHEN_TRUE =
      Set.of(
          "ReplicaFailure",
          "Failed",
          "FailureTarget",
          "Stalled",
          "Reconciling",
          "Suspended",
          "DisruptionTarget",
          "NonStructuralSchema",
          "Terminating",
          "NamespaceDeletionDiscoveryFailure",
          "NamespaceDeletionContentFailure",
          "NamespaceDeletionGroupVersionParsingFailure",
          "NamespaceContentRemaining",
          "NamespaceFinalizersRemaining",
          "ResizePending",
          "ScalingLimited");

  private BadConditions() {}

  /** A line each, in the order of the object. */
  static List<String> of(KubernetesObject object) {
    return object.conditions().stream()
        .filter(BadConditions::isBad)
        .map(BadConditions::line)
        .toList();
  }

  private static boolean isBad(Condition condition) {
    return BAD_WHEN_TRUE.contains(condition.type()) ? condition.isTrue() : !condition.isTrue();
  }

  private static String line(Condition condition) {
    StringBuilder line = new StringBuilder(condition.type()).append('=').append(condition.status());
    if (!condition.reason().isEmpty()) {
      line.append(", ").append(condition.reason());
    }
    if (!condition.message().isEmpty()) {
      line.append(": ").append(condition.message());
    }
    return line.toString();
  }
}
