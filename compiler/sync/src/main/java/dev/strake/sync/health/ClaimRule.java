package dev.strake.sync.health;

import dev.strake.sync.object.KubernetesObject;
import java.time.Instant;

/**
 * Whether a claim has its volume. What lost its volume does not get it back.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/persistent-volume-claim-v1/#PersistentVolumeClaimStatus">Phases
 *     of a claim</a>
 */
final class ClaimRule implements HealthRule {

  private final HealthStatus ifLost;

  /**
   * @param ifLost kstatus waits for a lost volume
   */
  ClaimRule(HealthStatus ifLost) {
    this.ifLost = ifLost;
  }

  @Override
  public Health judge(KubernetesObject object, Instant now) {
    String phase = object.text("status", "phase").orElse("unknown");
    return switch (phase) {
      case "Bound" -> Health.current("it is bound");
      case "Lost" -> new Health(ifLost, "NotBound", "it lost its volume");
      default -> Health.inProgress("NotBound", "it is not bound, its phase is " + phase);
    };
  }
}
