package dev.strake.join;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Labels that no template writes, because the controller gives them to each of its pods.
 *
 * @see <a href="https://kubernetes.io/docs/reference/labels-annotations-taints/">Well-known
 *     labels</a>
 */
final class GivenLabels {

  private static final String POD_NAME = "statefulset.kubernetes.io/pod-name";
  private static final String POD_INDEX = "apps.kubernetes.io/pod-index";
  private static final String COMPLETION_INDEX = "batch.kubernetes.io/job-completion-index";
  private static final Set<String> JOB_NAMES = Set.of("batch.kubernetes.io/job-name", "job-name");
  private static final String REVISION = "controller-revision-hash";
  private static final String TEMPLATE = "pod-template-hash";

  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]*");

  private GivenLabels() {}

  /** Whether some pod of a template may have a label that the template does not write. */
  static boolean mayHave(PodTemplate pod, String key, String value) {
    String owner = pod.owner().ref().name();
    return switch (pod.owner().ref().kind()) {
      case "StatefulSet" ->
          (key.equals(POD_NAME) && isNumberBehind(owner + "-", value))
              || (key.equals(POD_INDEX) && NUMBER.matcher(value).matches())
              || key.equals(REVISION);
      case "DaemonSet" -> key.equals(REVISION);
      case "Deployment", "ReplicaSet" -> key.equals(TEMPLATE);
      case "Job" ->
          (JOB_NAMES.contains(key) && value.equals(owner)) || key.equals(COMPLETION_INDEX);
      case "CronJob" ->
          (JOB_NAMES.contains(key) && isNumberBehind(owner + "-", value))
              || key.equals(COMPLETION_INDEX);
      default -> false;
    };
  }

  /** Whether a label is of a kind that controllers give. */
  static boolean isOne(String key) {
    return JOB_NAMES.contains(key)
        || Set.of(POD_NAME, POD_INDEX, COMPLETION_INDEX, REVISION, TEMPLATE).contains(key);
  }

  private static boolean isNumberBehind(String prefix, String value) {
    return value.startsWith(prefix) && NUMBER.matcher(value.substring(prefix.length())).matches();
  }
}
