package dev.strake.generate.manifest;

import static java.util.Map.entry;

import dev.strake.bundle.Phase;
import dev.strake.diagnostic.ObjectRef;
import java.util.Map;

/** When objects of a kind are applied: what others need comes first, what could block them last. */
final class KindPhases {

  private static final Map<String, Phase> PHASES =
      Map.ofEntries(
          entry("CustomResourceDefinition", Phase.CRDS),
          entry("Namespace", Phase.NAMESPACES),
          entry("StorageClass", Phase.CLASSES),
          entry("VolumeSnapshotClass", Phase.CLASSES),
          entry("VolumeAttributesClass", Phase.CLASSES),
          entry("PriorityClass", Phase.CLASSES),
          entry("RuntimeClass", Phase.CLASSES),
          entry("IngressClass", Phase.CLASSES),
          entry("GatewayClass", Phase.CLASSES),
          entry("DeviceClass", Phase.CLASSES),
          entry("CSIDriver", Phase.CLASSES),
          entry("ServiceAccount", Phase.RBAC),
          entry("Role", Phase.RBAC),
          entry("RoleBinding", Phase.RBAC),
          entry("ClusterRole", Phase.RBAC),
          entry("ClusterRoleBinding", Phase.RBAC),
          entry("ConfigMap", Phase.CONFIG),
          entry("Secret", Phase.CONFIG),
          entry("ResourceQuota", Phase.CONFIG),
          entry("LimitRange", Phase.CONFIG),
          entry("NetworkPolicy", Phase.CONFIG),
          entry("PodDisruptionBudget", Phase.CONFIG),
          entry("PersistentVolume", Phase.CONFIG),
          entry("PersistentVolumeClaim", Phase.CONFIG),
          entry("Service", Phase.SERVICES),
          entry("Endpoints", Phase.SERVICES),
          entry("EndpointSlice", Phase.SERVICES),
          entry("APIService", Phase.WEBHOOKS),
          entry("MutatingWebhookConfiguration", Phase.WEBHOOKS),
          entry("ValidatingWebhookConfiguration", Phase.WEBHOOKS),
          entry("MutatingAdmissionPolicy", Phase.WEBHOOKS),
          entry("MutatingAdmissionPolicyBinding", Phase.WEBHOOKS),
          entry("ValidatingAdmissionPolicy", Phase.WEBHOOKS),
          entry("ValidatingAdmissionPolicyBinding", Phase.WEBHOOKS));

  /** By kind and group. */
  private static final Map<String, Phase> OF_ADDONS =
      Map.of(
          // Without a pod network, no workload is ever ready.
          "Installation.operator.tigera.io", Phase.CONFIG,
          "ClusterIssuer.cert-manager.io", Phase.ADDONS,
          "Issuer.cert-manager.io", Phase.ADDONS,
          "IPAddressPool.metallb.io", Phase.ADDONS,
          "L2Advertisement.metallb.io", Phase.ADDONS,
          "BGPAdvertisement.metallb.io", Phase.ADDONS,
          "BGPPeer.metallb.io", Phase.ADDONS,
          "Schedule.velero.io", Phase.ADDONS);

  private KindPhases() {}

  /**
   * Other custom resources go with the workloads: their definitions are there, and workloads may
   * need what operators make of them.
   */
  static Phase of(ObjectRef object) {
    int slash = object.apiVersion().indexOf('/');
    String group = slash < 0 ? "" : object.apiVersion().substring(0, slash);
    Phase ofAddon = OF_ADDONS.get(object.kind() + "." + group);
    return ofAddon != null ? ofAddon : PHASES.getOrDefault(object.kind(), Phase.WORKLOADS);
  }
}
