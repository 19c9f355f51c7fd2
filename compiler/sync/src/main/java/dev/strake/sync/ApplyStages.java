package dev.strake.sync;

import dev.strake.sync.object.ObjectIdentity;
import java.util.List;

/** In which order objects that are in no bundle any more had been applied, for its reversal. */
final class ApplyStages {

  private static final List<List<String>> STAGES =
      List.of(
          List.of("CustomResourceDefinition"),
          List.of("Namespace"),
          List.of(
              "StorageClass",
              "VolumeSnapshotClass",
              "PriorityClass",
              "RuntimeClass",
              "IngressClass",
              "GatewayClass"),
          List.of("ServiceAccount", "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding"),
          List.of(
              "ConfigMap",
              "Secret",
              "ResourceQuota",
              "LimitRange",
              "NetworkPolicy",
              "PodDisruptionBudget",
              "PersistentVolume",
              "PersistentVolumeClaim"),
          List.of("Service", "Endpoints", "EndpointSlice"));

  private static final List<String> LAST =
      List.of(
          "APIService",
          "MutatingWebhookConfiguration",
          "ValidatingWebhookConfiguration",
          "MutatingAdmissionPolicy",
          "MutatingAdmissionPolicyBinding",
          "ValidatingAdmissionPolicy",
          "ValidatingAdmissionPolicyBinding");

  private ApplyStages() {}

  static int of(ObjectIdentity identity) {
    for (int i = 0; i < STAGES.size(); i++) {
      if (STAGES.get(i).contains(identity.kind())) {
        return i;
      }
    }
    return LAST.contains(identity.kind()) ? STAGES.size() + 1 : STAGES.size();
  }
}
