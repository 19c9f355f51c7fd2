package dev.strake.sync;

import dev.strake.sync.apply.Readiness;
import dev.strake.sync.desired.DesiredObject;
import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.health.Health;
import dev.strake.sync.health.HealthRules;
import dev.strake.sync.health.explain.SecretMask;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.plan.Secrets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Whether what others depend on is healthy, in words without a Secret's values. */
final class LiveReadiness implements Readiness {

  private final HealthRules rules;
  private final SecretMask mask;
  private final Clock clock;

  private LiveReadiness(HealthRules rules, SecretMask mask, Clock clock) {
    this.rules = rules;
    this.mask = mask;
    this.clock = clock;
  }

  static LiveReadiness of(DesiredSet set, Clock clock) {
    return new LiveReadiness(
        HealthRules.honest(List.of()).with(set.healthRules()), mask(set), clock);
  }

  /** For everything that the cluster says: it may quote what it was sent. */
  static SecretMask mask(DesiredSet set) {
    return SecretMask.of(
        set.objects().stream().map(DesiredObject::object).filter(Secrets::is).toList());
  }

  @Override
  public Optional<String> unready(KubernetesObject live) {
    Health health = mask.apply(rules.of(live, clock.instant()));
    return health.isCurrent()
        ? Optional.empty()
        : Optional.of(health.status() + ": " + health.message());
  }
}
