package dev.strake.join;

import java.util.Set;

/** Which custom resources may make pods. */
final class PodMakers {

  private static final Set<String> BUILT_IN = Set.of("", "apps", "batch", "autoscaling", "policy");

  /** Groups of which it is known that nothing in them makes pods where it lies. */
  private static final Set<String> MAKE_NONE =
      Set.of(
          "bitnami.com",
          "cert-manager.io",
          "cilium.io",
          "crd.projectcalico.org",
          "external-secrets.io",
          "keda.sh",
          "kyverno.io",
          "metallb.io",
          "networking.istio.io",
          "projectcalico.org",
          "security.istio.io",
          "strake.dev",
          "traefik.io",
          "velero.io");

  /** Of this group, only some kinds do. */
  private static final String MONITORING = "monitoring.coreos.com";

  private static final Set<String> MONITORING_MAKERS =
      Set.of("Alertmanager", "Prometheus", "PrometheusAgent", "ThanosRuler");

  private PodMakers() {}

  static boolean mayMakePods(String group, String kind) {
    if (group.equals(MONITORING)) {
      return MONITORING_MAKERS.contains(kind);
    }
    return !BUILT_IN.contains(group) && !group.endsWith(".k8s.io") && !MAKE_NONE.contains(group);
  }
}
