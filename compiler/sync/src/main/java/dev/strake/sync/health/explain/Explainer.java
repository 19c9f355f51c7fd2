package dev.strake.sync.health.explain;

import dev.strake.sync.health.Health;
import dev.strake.sync.object.KubernetesObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Explains how objects do. Knows what it is given, and asks nobody. */
public final class Explainer {

  private static final int TROUBLES = 8;

  private final SecretMask mask;
  private final List<KubernetesObject> pods;
  private final List<KubernetesObject> events;

  /**
   * @param mask for the Secrets of the cluster, as far as they are known
   * @param pods of the workloads to explain; others do no harm
   * @param events of the workloads and their pods; others do no harm
   */
  public Explainer(
      SecretMask mask, Collection<KubernetesObject> pods, Collection<KubernetesObject> events) {
    this.mask = mask;
    this.pods = List.copyOf(pods);
    this.events = List.copyOf(events);
  }

  public HealthExplanation explain(KubernetesObject object, Health health, Instant now) {
    List<KubernetesObject> own = new PodSelector(object).select(pods);
    Set<String> uids = new HashSet<>();
    uids.add(object.uid());
    own.forEach(pod -> uids.add(pod.uid()));
    // What was never created has no events, and an event without an object is not its own.
    uids.remove("");
    return new HealthExplanation(
        object.identity(),
        new Health(health.status(), plain(health.reason()), plain(health.message())),
        plain(BadConditions.of(object)),
        troubles(own),
        plain(EventNote.about(uids, events).stream().map(note -> note.line(now)).toList()));
  }

  private List<String> plain(List<String> texts) {
    return texts.stream().map(this::plain).toList();
  }

  /** Masked before white space is touched, as a value may have several lines. */
  private String plain(String text) {
    return OneLine.of(mask.apply(text));
  }

  /**
   * Names are no secrets, also if a Secret holds the same word: only what is told of them is
   * masked.
   */
  private List<String> troubles(List<KubernetesObject> pods) {
    Map<String, List<String>> byTrouble = new LinkedHashMap<>();
    for (KubernetesObject pod : pods) {
      for (String trouble : PodTroubles.of(pod)) {
        byTrouble.computeIfAbsent(plain(trouble), key -> new ArrayList<>()).add(pod.name());
      }
    }
    return byTrouble.entrySet().stream()
        .limit(TROUBLES)
        .map(entry -> who(entry.getValue()) + ": " + entry.getKey())
        .toList();
  }

  private static String who(List<String> pods) {
    return pods.size() == 1 ? "pod " + pods.get(0) : pods.size() + " pods, as " + pods.get(0);
  }
}
