package dev.strake.sync.health;

import dev.strake.sync.object.KubernetesObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which kinds have rules of their own, by kind and group as kubectl writes them. */
final class KindRules {

  private KindRules() {}

  /**
   * The kinds that kstatus knows.
   *
   * @see <a
   *     href="https://github.com/kubernetes-sigs/cli-utils/blob/master/pkg/kstatus/status/core.go">legacyTypes
   *     in core.go</a>
   */
  static Map<String, HealthRule> kstatus() {
    Map<String, HealthRule> rules = new HashMap<>();
    HealthRule always = (object, now) -> Health.current("it is there");
    rules.put("Secret", always);
    rules.put("ConfigMap", always);
    rules.put("CronJob.batch", always);
    // The generation was looked at, and its controller writes nothing else to wait for.
    rules.put("PodDisruptionBudget.policy", always);
    rules.put("Service", new ServiceRule(false));
    rules.put("Pod", new PodRule());
    rules.put("PersistentVolumeClaim", new ClaimRule(HealthStatus.IN_PROGRESS));
    rules.put("StatefulSet.apps", new StatefulSetRule());
    rules.put("Job.batch", new JobRule(HealthStatus.CURRENT));
    rules.put("CustomResourceDefinition.apiextensions.k8s.io", new DefinitionRule());
    for (String group : Set.of("apps", "extensions")) {
      rules.put("DaemonSet." + group, new DaemonSetRule());
      rules.put("Deployment." + group, new DeploymentRule());
      rules.put("ReplicaSet." + group, new ReplicaSetRule());
    }
    return rules;
  }

  /**
   * Those that differ, or that kstatus does not know.
   *
   * @param ingressClasses whose controllers write addresses
   * @param manager the field manager under which manifests are applied
   */
  static Map<String, HealthRule> honest(Set<String> ingressClasses, String manager) {
    return Map.of(
        "Service",
        new ServiceRule(true),
        "Pod",
        new HonestPodRule(),
        "PersistentVolumeClaim",
        new ClaimRule(HealthStatus.FAILED),
        "Job.batch",
        new JobRule(HealthStatus.IN_PROGRESS),
        "Deployment.apps",
        new PausableDeploymentRule(manager),
        "Ingress.networking.k8s.io",
        new IngressRule(ingressClasses),
        "APIService.apiregistration.k8s.io",
        new ApiServiceRule(),
        "HorizontalPodAutoscaler.autoscaling",
        new AutoscalerRule());
  }

  static String key(KubernetesObject object) {
    return object.identity().groupKind();
  }
}
