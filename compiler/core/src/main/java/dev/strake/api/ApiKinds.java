package dev.strake.api;

import dev.strake.api.ApiKind.FinalizerNames;
import dev.strake.api.ApiKind.Scope;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The kinds of which the rules are known. A kind's versions share its rules, as they share the
 * server's internal type.
 */
final class ApiKinds {

  private static final String ADMISSION = "admissionregistration.k8s.io";
  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final String NETWORKING = "networking.k8s.io";
  private static final String STORAGE = "storage.k8s.io";
  private static final String FLOW_CONTROL = "flowcontrol.apiserver.k8s.io";
  private static final String RESOURCE = "resource.k8s.io";

  private static final List<ApiKind> ALL =
      List.of(
          namespaced("", "Pod", NameRule.SUBDOMAIN, new PodRules()),
          namespaced("", "PodTemplate", NameRule.SUBDOMAIN, new PodTemplateRules()),
          namespaced(
              "", "ReplicationController", NameRule.SUBDOMAIN, new ReplicationControllerRules()),
          namespaced("", "Service", NameRule.SERVICE, new ServiceRules()),
          namespaced("", "Endpoints", NameRule.SUBDOMAIN, new EndpointsRules()),
          namespaced("", "ConfigMap", NameRule.SUBDOMAIN, new ConfigMapRules()),
          namespaced("", "Secret", NameRule.SUBDOMAIN, new SecretRules()),
          namespaced("", "ServiceAccount", NameRule.SUBDOMAIN, ObjectRules.NONE),
          namespaced(
              "", "PersistentVolumeClaim", NameRule.SUBDOMAIN, new PersistentVolumeClaimRules()),
          library(Scope.NAMESPACED, "", "Event", NameRule.PATH_SEGMENT, EventRules.ofCore()),
          namespaced("events.k8s.io", "Event", NameRule.SUBDOMAIN, EventRules.ofEvents()),
          namespaced("", "ResourceQuota", NameRule.SUBDOMAIN, new ResourceQuotaRules()),
          namespaced("", "LimitRange", NameRule.SUBDOMAIN, new LimitRangeRules()),
          cluster("", "PersistentVolume", NameRule.SUBDOMAIN, new PersistentVolumeRules()),
          cluster("", "Namespace", NameRule.LABEL, new NamespaceRules()),
          cluster("", "Node", NameRule.SUBDOMAIN, new NodeRules()),
          namespaced("apps", "Deployment", NameRule.SUBDOMAIN, new DeploymentRules()),
          namespaced("apps", "ReplicaSet", NameRule.SUBDOMAIN, new ReplicaSetRules()),
          namespaced("apps", "StatefulSet", NameRule.LABEL, new StatefulSetRules()),
          namespaced("apps", "DaemonSet", NameRule.SUBDOMAIN, new DaemonSetRules()),
          namespaced(
              "apps", "ControllerRevision", NameRule.SUBDOMAIN, new ControllerRevisionRules()),
          namespaced("batch", "Job", NameRule.SUBDOMAIN, new JobRules()),
          namespaced("batch", "CronJob", NameRule.CRON_JOB, new CronJobRules()),
          namespaced(
              "autoscaling", "HorizontalPodAutoscaler", NameRule.SUBDOMAIN, new AutoscalerRules()),
          library(
              Scope.NAMESPACED,
              "policy",
              "PodDisruptionBudget",
              NameRule.PATH_SEGMENT,
              new PodDisruptionBudgetRules()),
          namespaced(NETWORKING, "Ingress", NameRule.SUBDOMAIN, new IngressRules()),
          namespaced(NETWORKING, "NetworkPolicy", NameRule.SUBDOMAIN, new NetworkPolicyRules()),
          cluster(NETWORKING, "IngressClass", NameRule.SUBDOMAIN, new IngressClassRules()),
          cluster(NETWORKING, "ServiceCIDR", NameRule.SUBDOMAIN, new ServiceCidrRules()),
          cluster(NETWORKING, "IPAddress", NameRule.PATH_SEGMENT, new IpAddressRules()),
          namespaced(RBAC, "Role", NameRule.PATH_SEGMENT, RoleRules.ofNamespace()),
          namespaced(RBAC, "RoleBinding", NameRule.PATH_SEGMENT, RoleBindingRules.ofNamespace()),
          cluster(RBAC, "ClusterRole", NameRule.PATH_SEGMENT, RoleRules.ofCluster()),
          cluster(RBAC, "ClusterRoleBinding", NameRule.PATH_SEGMENT, RoleBindingRules.ofCluster()),
          cluster(STORAGE, "StorageClass", NameRule.SUBDOMAIN, new StorageClassRules()),
          cluster(STORAGE, "CSIDriver", NameRule.SUBDOMAIN, new CsiDriverRules()),
          cluster(STORAGE, "CSINode", NameRule.SUBDOMAIN, new CsiNodeRules()),
          cluster(STORAGE, "VolumeAttachment", NameRule.SUBDOMAIN, new VolumeAttachmentRules()),
          cluster(
              STORAGE,
              "VolumeAttributesClass",
              NameRule.SUBDOMAIN,
              new VolumeAttributesClassRules()),
          namespaced(
              STORAGE, "CSIStorageCapacity", NameRule.SUBDOMAIN, new CsiStorageCapacityRules()),
          cluster(
              "scheduling.k8s.io", "PriorityClass", NameRule.SUBDOMAIN, new PriorityClassRules()),
          library(
              Scope.CLUSTER,
              "node.k8s.io",
              "RuntimeClass",
              NameRule.SUBDOMAIN,
              new RuntimeClassRules()),
          namespaced(
              "discovery.k8s.io", "EndpointSlice", NameRule.SUBDOMAIN, new EndpointSliceRules()),
          cluster(FLOW_CONTROL, "FlowSchema", NameRule.SUBDOMAIN, new FlowSchemaRules()),
          cluster(
              FLOW_CONTROL,
              "PriorityLevelConfiguration",
              NameRule.SUBDOMAIN,
              new PriorityLevelRules()),
          cluster(
              "certificates.k8s.io",
              "CertificateSigningRequest",
              NameRule.PATH_SEGMENT,
              new CertificateRequestRules()),
          namespaced(RESOURCE, "ResourceClaim", NameRule.SUBDOMAIN, DeviceClaimRules.ofClaims()),
          namespaced(
              RESOURCE,
              "ResourceClaimTemplate",
              NameRule.SUBDOMAIN,
              DeviceClaimRules.ofTemplates()),
          cluster(RESOURCE, "DeviceClass", NameRule.SUBDOMAIN, new DeviceClassRules()),
          cluster(RESOURCE, "ResourceSlice", NameRule.SUBDOMAIN, new ResourceSliceRules()),
          library(
              Scope.NAMESPACED,
              "coordination.k8s.io",
              "Lease",
              NameRule.SUBDOMAIN,
              new LeaseRules()),
          library(
              Scope.CLUSTER,
              "apiextensions.k8s.io",
              "CustomResourceDefinition",
              NameRule.SUBDOMAIN,
              new CustomResourceRules()),
          library(
              Scope.CLUSTER,
              "apiregistration.k8s.io",
              "APIService",
              NameRule.PATH_SEGMENT,
              new ApiServiceRules()),
          admission("MutatingWebhookConfiguration", new WebhookConfigurationRules()),
          admission("ValidatingWebhookConfiguration", new WebhookConfigurationRules()),
          admission("MutatingAdmissionPolicy", new MutatingPolicyRules()),
          admission("MutatingAdmissionPolicyBinding", new MutatingPolicyBindingRules()),
          admission("ValidatingAdmissionPolicy", new ValidatingPolicyRules()),
          admission("ValidatingAdmissionPolicyBinding", new ValidatingPolicyBindingRules()));

  private static final Map<String, ApiKind> BY_NAME =
      ALL.stream().collect(Collectors.toMap(k -> k.group() + "/" + k.kind(), Function.identity()));

  private ApiKinds() {}

  /** Every kind of which the rules are known. */
  static List<ApiKind> all() {
    return ALL;
  }

  /** The rules of a kind; for one that nobody knows, those that all custom resources obey. */
  static ApiKind find(String apiVersion, String kind) {
    String group = apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
    ApiKind known = BY_NAME.get(group + "/" + kind);
    return known != null
        ? known
        : library(
            isNeverKept(group) ? Scope.NOT_KEPT : Scope.UNKNOWN,
            group,
            kind,
            NameRule.SUBDOMAIN,
            ObjectRules.NONE);
  }

  /** Groups of reviews, and of files that look like objects and are none. */
  private static boolean isNeverKept(String group) {
    return group.isEmpty()
        || group.endsWith(".config.k8s.io")
        || List.of(
                "apiserver.k8s.io",
                "audit.k8s.io",
                "authentication.k8s.io",
                "authorization.k8s.io",
                "client.authentication.k8s.io",
                "kubeadm.k8s.io")
            .contains(group);
  }

  private static ApiKind namespaced(String group, String kind, NameRule name, ObjectRules rules) {
    return new ApiKind(
        group, kind, Scope.NAMESPACED, name, FinalizerNames.STANDARD_OR_QUALIFIED, rules);
  }

  private static ApiKind cluster(String group, String kind, NameRule name, ObjectRules rules) {
    return new ApiKind(
        group, kind, Scope.CLUSTER, name, FinalizerNames.STANDARD_OR_QUALIFIED, rules);
  }

  private static ApiKind library(
      Scope scope, String group, String kind, NameRule name, ObjectRules rules) {
    return new ApiKind(group, kind, scope, name, FinalizerNames.ANY, rules);
  }

  private static ApiKind admission(String kind, ObjectRules rules) {
    return library(Scope.CLUSTER, ADMISSION, kind, NameRule.SUBDOMAIN, rules);
  }
}
