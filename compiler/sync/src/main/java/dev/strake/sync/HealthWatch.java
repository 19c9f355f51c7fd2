package dev.strake.sync;

import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.health.Health;
import dev.strake.sync.health.HealthRules;
import dev.strake.sync.health.HealthStatus;
import dev.strake.sync.health.explain.Explainer;
import dev.strake.sync.health.explain.HealthExplanation;
import dev.strake.sync.health.explain.SecretMask;
import dev.strake.sync.health.wait.HealthWait;
import dev.strake.sync.health.wait.WaitLimits;
import dev.strake.sync.health.wait.WaitOutcome;
import dev.strake.sync.live.Answer;
import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.live.Refusal;
import dev.strake.sync.live.ResourceType;
import dev.strake.sync.live.Sleeper;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import dev.strake.sync.plan.Secrets;
import dev.strake.sync.work.Workers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Looks at objects until they are healthy, fail, or the time is over. */
final class HealthWatch {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final ResourceType PODS = ResourceType.builtIn("", "v1", "Pod", "pods", true);
  private static final ResourceType INGRESSES =
      ResourceType.builtIn("networking.k8s.io", "v1", "Ingress", "ingresses", true);
  private static final ResourceType EVENTS =
      ResourceType.builtIn("", "v1", "Event", "events", true);

  private final ClusterApi api;
  private final Workers workers;
  private final SecretMask mask;
  private final HealthRules rules;
  private final Clock clock;
  private final Sleeper sleeper;

  /**
   * @param set whose rules hold, and the values of whose Secrets a cluster's words may quote
   */
  HealthWatch(ClusterApi api, Workers workers, DesiredSet set, Clock clock, Sleeper sleeper) {
    this.api = api;
    this.workers = workers;
    this.mask = LiveReadiness.mask(set);
    this.rules = HealthRules.honest(api.some(INGRESSES, "")).with(set.healthRules());
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /** Waits. */
  HealthReport await(Collection<ObjectIdentity> objects, WaitLimits limits, SyncListener listener) {
    HealthWait wait = HealthWait.start(objects, limits, clock.instant());
    while (true) {
      HealthWait next = wait.observe(observe(open(wait, objects)), clock.instant());
      listener.observed(wait, next, clock.instant());
      wait = next;
      WaitOutcome outcome = wait.outcome(clock.instant());
      if (outcome.isOver() || Thread.currentThread().isInterrupted()) {
        return new HealthReport(outcome, wait, explain(wait));
      }
      sleeper.sleep(PAUSE);
    }
  }

  private static List<ObjectIdentity> open(HealthWait wait, Collection<ObjectIdentity> objects) {
    Map<ObjectIdentity, Health> known = wait.health().objects();
    return objects.stream()
        .filter(object -> !known.getOrDefault(object, Health.NOT_FOUND).isCurrent())
        .toList();
  }

  private Map<ObjectIdentity, Health> observe(List<ObjectIdentity> objects) {
    List<Health> seen = workers.map(objects, object -> mask.apply(health(object)));
    Map<ObjectIdentity, Health> observed = new HashMap<>();
    for (int i = 0; i < objects.size(); i++) {
      observed.put(objects.get(i), seen.get(i));
    }
    return observed;
  }

  private Health health(ObjectIdentity object) {
    Optional<ResourceType> type = api.preferred(object.group(), object.kind());
    if (type.isEmpty()) {
      return Health.unknown("the cluster does not serve its kind");
    }
    Answer answer = api.get(type.get(), object.namespace(), object.name());
    return answer
        .found()
        .map(live -> rules.of(live, clock.instant()))
        .orElseGet(() -> unread(object, answer.refusal().orElseThrow()));
  }

  private static Health unread(ObjectIdentity object, Refusal refusal) {
    return refusal.isNotFound() ? Health.NOT_FOUND : Health.unknown(Secrets.told(refusal, object));
  }

  private List<HealthExplanation> explain(HealthWait wait) {
    List<ObjectIdentity> ill =
        wait.health().objects().entrySet().stream()
            .filter(entry -> entry.getValue().status() != HealthStatus.CURRENT)
            .map(Map.Entry::getKey)
            .toList();
    List<KubernetesObject> pods = new ArrayList<>();
    List<KubernetesObject> events = new ArrayList<>();
    for (String namespace : new TreeSet<>(ill.stream().map(ObjectIdentity::namespace).toList())) {
      if (!namespace.isEmpty()) {
        pods.addAll(api.some(PODS, namespace));
        events.addAll(api.some(EVENTS, namespace));
      }
    }
    Explainer explainer = new Explainer(mask, pods, events);
    Instant now = clock.instant();
    return ill.stream()
        .flatMap(object -> live(object).stream())
        .map(live -> explainer.explain(live, rules.of(live, now), now))
        .toList();
  }

  private Optional<KubernetesObject> live(ObjectIdentity object) {
    return api.preferred(object.group(), object.kind())
        .flatMap(type -> api.get(type, object.namespace(), object.name()).found());
  }
}
