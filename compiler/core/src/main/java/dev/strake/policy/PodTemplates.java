package dev.strake.policy;

import dev.strake.yaml.NodePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds that make pods, and where each keeps its pod spec. One notion: {@link #NAME}. */
final class PodTemplates {

  /** How a policy's match names all these kinds at once. */
  static final String NAME = "PodBearing";

  private static final NodePath POD = NodePath.of("spec");
  private static final NodePath TEMPLATE = NodePath.of("spec", "template", "spec");
  private static final NodePath JOB_TEMPLATE =
      NodePath.of("spec", "jobTemplate", "spec", "template", "spec");

  private static final Map<ObjectKind, NodePath> PATHS = paths();

  /** In CEL. The same paths as above; an object without a template has an empty pod spec. */
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

  private static Map<ObjectKind, NodePath> paths() {
    Map<ObjectKind, NodePath> paths = new LinkedHashMap<>();
    paths.put(builtIn("", "Pod"), POD);
    paths.put(builtIn("apps", "Deployment"), TEMPLATE);
    paths.put(builtIn("apps", "StatefulSet"), TEMPLATE);
    paths.put(builtIn("apps", "DaemonSet"), TEMPLATE);
    paths.put(builtIn("apps", "ReplicaSet"), TEMPLATE);
    paths.put(builtIn("", "ReplicationController"), TEMPLATE);
    paths.put(builtIn("batch", "Job"), TEMPLATE);
    paths.put(builtIn("batch", "CronJob"), JOB_TEMPLATE);
    return paths;
  }

  private static ObjectKind builtIn(String group, String kind) {
    return ObjectKinds.find(group, kind).orElseThrow();
  }

  static List<ObjectKind> kinds() {
    return List.copyOf(PATHS.keySet());
  }

  /** Where objects of a kind keep their pod spec; empty for a kind that makes no pods. */
  static Optional<NodePath> find(ObjectKind kind) {
    return Optional.ofNullable(PATHS.get(kind));
  }

  /** Where the metadata of the pods stands, given their spec. */
  static Optional<NodePath> metadata(NodePath podSpec) {
    return Optional.ofNullable(podSpec.parent()).map(pod -> pod.key("metadata"));
  }
}
