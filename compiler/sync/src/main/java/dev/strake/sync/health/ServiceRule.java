package dev.strake.sync.health;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strake.sync.object.KubernetesObject;
import java.time.Instant;

/**
 * A load balancer needs an address in the cluster, and one outside of it, which kstatus does not
 * look at.
 */
final class ServiceRule implements HealthRule {

  private final boolean wantsIngress;

  ServiceRule(boolean wantsIngress) {
    this.wantsIngress = wantsIngress;
  }

  @Override
  public Health judge(KubernetesObject object, Instant now) {
    if (!object.text("spec", "type").orElse("ClusterIP").equals("LoadBalancer")) {
      return Health.current("it is there");
    }
    if (object.text("spec", "clusterIP").orElse("").isEmpty()) {
      return Health.inProgress("NoIPAssigned", "it has no cluster IP");
    }
    return !wantsIngress || hasAddress(object)
        ? Health.current("it is there")
        : Health.inProgress("NoIngress", "its load balancer has no address");
  }

  /** Whether a Service or Ingress can be reached, by an IP address or by a name. */
  static boolean hasAddress(KubernetesObject object) {
    return object.items("status", "loadBalancer", "ingress").stream()
        .anyMatch(ingress -> isGiven(ingress.path("ip")) || isGiven(ingress.path("hostname")));
  }

  private static boolean isGiven(JsonNode node) {
    return !node.asText("").isEmpty();
  }
}
