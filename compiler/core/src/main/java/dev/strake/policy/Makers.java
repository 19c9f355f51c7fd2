package dev.strake.policy;

import java.util.List;
import java.util.Map;

/**
 * Accounts by which Kubernetes' own controllers make objects from others. What they make was judged
 * when its owner was, with the owner's exemptions, of which the pods of a Deployment know nothing.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/access-authn-authz/rbac/#controller-roles">Controller
 *     roles</a>
 */
final class Makers {

  private static final String ACCOUNT = "system:serviceaccount:kube-system:";

  private static final Map<String, String> BY_OWNER =
      Map.of(
          "CronJob", "cronjob-controller",
          "DaemonSet", "daemon-set-controller",
          "Deployment", "deployment-controller",
          "Job", "job-controller",
          "ReplicaSet", "replicaset-controller",
          "ReplicationController", "replication-controller",
          "StatefulSet", "statefulset-controller");

  private Makers() {}

  /**
   * Those whose owners a policy judges; none if it judges what they make alone.
   *
   * @return as {@code request.userInfo.username} has them, sorted
   */
  static List<String> judgedBefore(Policy policy) {
    return policy.kinds().stream()
        .filter(PodTemplates::has)
        .filter(kind -> BY_OWNER.containsKey(kind.kind()))
        .map(kind -> ACCOUNT + BY_OWNER.get(kind.kind()))
        .sorted()
        .toList();
  }
}
