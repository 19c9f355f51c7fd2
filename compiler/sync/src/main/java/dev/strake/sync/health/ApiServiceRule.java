package dev.strake.sync.health;

import dev.strake.sync.object.Condition;
import dev.strake.sync.object.KubernetesObject;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether an API that another server serves can be called. One that cannot stops more than itself:
 * namespaces are not deleted while it is listed.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/api-service-v1/#APIServiceStatus">Conditions
 *     of an APIService</a>
 */
final class ApiServiceRule implements HealthRule {

  @Override
  public Health judge(KubernetesObject object, Instant now) {
    Optional<Condition> available = object.condition("Available");
    if (available.isEmpty()) {
      return Health.inProgress("NotObserved", "nobody has called it yet");
    }
    return available.get().isTrue()
        ? Health.current("it is available")
        : Health.of(HealthStatus.IN_PROGRESS, available.get());
  }
}
