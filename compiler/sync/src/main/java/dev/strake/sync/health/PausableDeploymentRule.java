package dev.strake.sync.health;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strake.sync.object.KubernetesObject;
import java.time.Instant;

/**
 * A Deployment that is paused is not rolled out by anybody, so there is nothing to wait for. If its
 * manifest pauses it, that is what was asked for.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#pausing-and-resuming-a-deployment">Pausing
 *     and resuming a rollout</a>
 */
final class PausableDeploymentRule implements HealthRule {

  private final DeploymentRule rule = new DeploymentRule();
  private final String manager;

  /**
   * @param manager the field manager under which manifests are applied
   */
  PausableDeploymentRule(String manager) {
    this.manager = manager;
  }

  @Override
  public Health judge(KubernetesObject object, Instant now) {
    if (!object.flag("spec", "paused")) {
      return rule.judge(object, now);
    }
    Count count = new Count(object);
    if (count.wanted() <= count.status("updatedReplicas")) {
      return rule.judge(object, true);
    }
    return isPausedByManifest(object)
        ? new Health(HealthStatus.CURRENT, "Paused", "it is paused, as its manifest says")
        : Health.failed(
            "Paused", "it is paused and not rolled out: resume it with kubectl rollout");
  }

  private boolean isPausedByManifest(KubernetesObject object) {
    return object.items("metadata", "managedFields").stream()
        .filter(field -> field.path("manager").asText("").equals(manager))
        .map(field -> field.path("fieldsV1").path("f:spec").path("f:paused"))
        .anyMatch(JsonNode::isObject);
  }
}
