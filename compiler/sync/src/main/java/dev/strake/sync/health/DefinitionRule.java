package dev.strake.sync.health;

import dev.strake.sync.object.Condition;
import dev.strake.sync.object.KubernetesObject;
import java.time.Instant;

/**
 * Whether objects of a custom kind can be created; the first condition in the list that decides
 * counts.
 *
 * @see <a
 *     href="https://github.com/kubernetes-sigs/cli-utils/blob/master/pkg/kstatus/status/core.go">CRDConditions
 *     in core.go</a>
 */
final class DefinitionRule implements HealthRule {

  @Override
  public Health judge(KubernetesObject object, Instant now) {
    for (Condition condition : object.conditions()) {
      boolean established = condition.type().equals("Established");
      if (condition.type().equals("NamesAccepted") && condition.isFalse()) {
        return Health.of(HealthStatus.FAILED, condition);
      }
      if (established && condition.isFalse() && !condition.reason().equals("Installing")) {
        return Health.of(HealthStatus.FAILED, condition);
      }
      if (established && condition.isTrue()) {
        return Health.current("it is established");
      }
    }
    return Health.inProgress("Installing", "it is being installed");
  }
}
