package dev.strake.sync.health;

import dev.strake.sync.inventory.Tooling;
import dev.strake.sync.object.KubernetesObject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How live objects do. A value, safe for use by many threads. */
public final class HealthRules {

  private final Map<String, HealthRule> kinds;
  private final Map<String, CustomHealth> custom;

  private HealthRules(Map<String, HealthRule> kinds, Map<String, CustomHealth> custom) {
    this.kinds = Map.copyOf(kinds);
    this.custom = Map.copyOf(custom);
  }

  /** The rules that kubectl's libraries and Flux have in common. */
  public static HealthRules kstatus() {
    return new HealthRules(KindRules.kstatus(), Map.of());
  }

  /**
   * The rules of a sync.
   *
   * @param ingresses all live ones that may be read: they tell which controllers write addresses
   */
  public static HealthRules honest(Collection<KubernetesObject> ingresses) {
    Map<String, HealthRule> rules = new HashMap<>(KindRules.kstatus());
    rules.putAll(KindRules.honest(IngressRule.publishing(ingresses), Tooling.MEMBER_MANAGER));
    return new HealthRules(rules, Map.of());
  }

  /** With users' rules, which take the place of all others for their kinds. */
  public HealthRules with(Collection<CustomHealth> more) {
    Map<String, CustomHealth> all = new HashMap<>(custom);
    more.forEach(rule -> all.put(rule.groupKind(), rule));
    return new HealthRules(kinds, all);
  }

  /**
   * How an object does.
   *
   * @param live with its whole status
   */
  public Health of(KubernetesObject live, Instant now) {
    Optional<Health> lifecycle = GenericRules.lifecycle(live);
    if (lifecycle.isPresent()) {
      return lifecycle.get();
    }
    String kind = KindRules.key(live);
    return Optional.ofNullable(custom.get(kind))
        .map(rule -> rule.judge(live))
        .or(() -> GenericRules.standardConditions(live))
        .or(() -> Optional.ofNullable(kinds.get(kind)).map(rule -> rule.judge(live, now)))
        .orElseGet(() -> GenericRules.readyOrCurrent(live));
  }
}
