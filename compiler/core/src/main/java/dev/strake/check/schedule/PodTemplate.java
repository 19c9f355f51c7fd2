package dev.strake.check.schedule;

import dev.strake.manifest.Manifest;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlScalar;
import java.util.Map;
import java.util.Optional;

/**
 * The pods that an object makes.
 *
 * @param path of their spec, in the object
 * @param spec of the pods
 */
record PodTemplate(Manifest object, NodePath path, YamlMapping spec) {

  private static final NodePath TEMPLATE = NodePath.of("spec", "template", "spec");
  private static final Map<String, NodePath> KINDS =
      Map.of(
          "v1 Pod", NodePath.of("spec"),
          "v1 ReplicationController", TEMPLATE,
          "apps/v1 Deployment", TEMPLATE,
          "apps/v1 StatefulSet", TEMPLATE,
          "apps/v1 DaemonSet", TEMPLATE,
          "apps/v1 ReplicaSet", TEMPLATE,
          "batch/v1 Job", TEMPLATE,
          "batch/v1 CronJob", NodePath.of("spec", "jobTemplate", "spec", "template", "spec"));

  private static final String OUR_SCHEDULER = "default-scheduler";

  /** Empty if the object makes no pods, none for now, or leaves them to another scheduler. */
  static Optional<PodTemplate> of(Manifest object) {
    String kind = object.ref().apiVersion() + " " + object.ref().kind();
    return Optional.ofNullable(KINDS.get(kind))
        .flatMap(path -> at(object, path))
        .filter(template -> !template.isAsleep() && template.isScheduledByUs());
  }

  private static Optional<PodTemplate> at(Manifest object, NodePath path) {
    return object
        .find(path)
        .filter(YamlMapping.class::isInstance)
        .map(YamlMapping.class::cast)
        .map(spec -> new PodTemplate(object, path, spec));
  }

  private boolean isAsleep() {
    return is("replicas", "0") || is("suspend", "true");
  }

  private boolean is(String field, String value) {
    return object
        .root()
        .mapping("spec")
        .flatMap(s -> s.scalar(field))
        .map(YamlScalar::value)
        .filter(value::equals)
        .isPresent();
  }

  private boolean isScheduledByUs() {
    return spec.string("schedulerName").map(OUR_SCHEDULER::equals).orElse(true);
  }
}
