package dev.strake.policy;

import java.util.List;
import java.util.Optional;

/**
 * The built-in kinds that policies judge, as {@code kubectl api-resources} tells them.
 *
 * @see <a href="https://kubernetes.io/docs/reference/kubernetes-api/">Kubernetes API reference</a>
 */
final class ObjectKinds {

  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final String NETWORKING = "networking.k8s.io";

  private static final List<ObjectKind> ALL =
      List.of(
          new ObjectKind("", "v1", "Pod", "pods", List.of("ephemeralcontainers")),
          kind("", "v1", "ReplicationController", "replicationcontrollers"),
          kind("apps", "v1", "Deployment", "deployments"),
          kind("apps", "v1", "StatefulSet", "statefulsets"),
          kind("apps", "v1", "DaemonSet", "daemonsets"),
          kind("apps", "v1", "ReplicaSet", "replicasets"),
          kind("batch", "v1", "Job", "jobs"),
          kind("batch", "v1", "CronJob", "cronjobs"),
          kind("", "v1", "Namespace", "namespaces"),
          kind("", "v1", "Service", "services"),
          kind("", "v1", "ServiceAccount", "serviceaccounts"),
          kind("", "v1", "ConfigMap", "configmaps"),
          kind("", "v1", "Secret", "secrets"),
          kind("", "v1", "PersistentVolume", "persistentvolumes"),
          kind("", "v1", "PersistentVolumeClaim", "persistentvolumeclaims"),
          kind("", "v1", "ResourceQuota", "resourcequotas"),
          kind("", "v1", "LimitRange", "limitranges"),
          kind("autoscaling", "v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers"),
          kind("policy", "v1", "PodDisruptionBudget", "poddisruptionbudgets"),
          kind(NETWORKING, "v1", "NetworkPolicy", "networkpolicies"),
          kind(NETWORKING, "v1", "Ingress", "ingresses"),
          kind("storage.k8s.io", "v1", "StorageClass", "storageclasses"),
          kind(RBAC, "v1", "Role", "roles"),
          kind(RBAC, "v1", "ClusterRole", "clusterroles"),
          kind(RBAC, "v1", "RoleBinding", "rolebindings"),
          kind(RBAC, "v1", "ClusterRoleBinding", "clusterrolebindings"));

  private ObjectKinds() {}

  private static ObjectKind kind(String group, String version, String kind, String resource) {
    return new ObjectKind(group, version, kind, resource, List.of());
  }

  static Optional<ObjectKind> find(String group, String kind) {
    return ALL.stream().filter(k -> k.group().equals(group) && k.kind().equals(kind)).findFirst();
  }
}
