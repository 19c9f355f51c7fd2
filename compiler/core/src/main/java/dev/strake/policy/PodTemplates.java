package dev.strake.policy;

import dev.strake.yaml.NodePath;
import java.util.List;
import java.util.Optional;

/** The kinds that make pods, and where each keeps its pod spec. One notion: {@link #NAME}. */
final class PodTemplates {

  /** How a policy's match names all these kinds at once. */
  static final String NAME = "PodBearing";

  private static final List<ObjectKind> KINDS =
      List.of(
          builtIn("", "Pod"),
          builtIn("apps", "Deployment"),
          builtIn("apps", "StatefulSet"),
          builtIn("apps", "DaemonSet"),
          builtIn("apps", "ReplicaSet"),
          builtIn("", "ReplicationController"),
          builtIn("batch", "Job"),
          builtIn("batch", "CronJob"));

  /**
   * In CEL. The paths of {@code pod-templates.tsv} for these kinds; an object without a template
   * has an empty pod spec.
   */
  static final String EXPRESSION =
      """
      object.kind == 'Pod' ? dyn(object).?spec.orValue({})
      : object.kind == 'CronJob' ? dyn(object).?spec.?jobTemplate.?spec.?template.?spec.orValue({})
      : dyn(object).?spec.?template.?spec.orValue({})\
      """;

  /** The same for the metadata of the pods, where their annotations are. */
  static final String METADATA_EXPRESSION =
      """
      object.kind == 'Pod' ? dyn(object).?metadata.orValue({})
      : object.kind == 'CronJob' ? dyn(object).?spec.?jobTemplate.?spec.?template.?metadata.orValue({})
      : dyn(object).?spec.?template.?metadata.orValue({})\
      """;

  private PodTemplates() {}

  private static ObjectKind builtIn(String group, String kind) {
    return ObjectKinds.find(group, kind).orElseThrow();
  }

  static List<ObjectKind> kinds() {
    return KINDS;
  }

  /** Whether objects of a kind make pods, which the cluster's gate knows too. */
  static boolean has(ObjectKind kind) {
    return KINDS.contains(kind);
  }

  /** Whether a policy judges whatever makes pods, and so custom resources that do. */
  static boolean isAboutAll(Policy policy) {
    return policy.kinds().containsAll(KINDS);
  }

  /** Where the metadata of the pods stands, given their spec. */
  static Optional<NodePath> metadata(NodePath podSpec) {
    return Optional.ofNullable(podSpec.parent()).map(pod -> pod.key("metadata"));
  }
}
