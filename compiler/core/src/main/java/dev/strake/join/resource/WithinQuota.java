package dev.strake.join.resource;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.join.Violations;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Workloads that their namespace's ResourceQuotas refuse: those that leave out what a quota counts,
 * those that are too much alone, and those of a cluster that are too much together. What runs on
 * every node is not counted, nor what runs at times together with the rest, nor what a roll-out has
 * more for a while.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/policy/resource-quotas/">Resource quotas</a>
 */
final class WithinQuota implements BundleRule {

  @Override
  public String policy() {
    return "resources/within-quota";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    Replicas replicas = new Replicas(objects);
    Set<String> namespaces = new TreeSet<>();
    objects.all("", "ResourceQuota").forEach(quota -> namespaces.add(ObjectSet.namespace(quota)));
    for (String namespace : namespaces) {
      if (!Declared.isUnclear(namespace, "LimitRange", objects)) {
        check(namespace, replicas, objects, violations);
      }
    }
  }

  private static void check(
      String namespace, Replicas replicas, ObjectSet objects, Violations violations) {
    for (Part quota : Declared.in(namespace, "ResourceQuota", objects)) {
      ContainerDefaults defaults = ContainerDefaults.of(objects, namespace);
      QuotaScopes scopes = new QuotaScopes(quota, objects);
      List<Load> loads =
          objects.pods(namespace).stream()
              .map(pod -> new Load(pod, PodAmounts.of(pod, defaults), replicas.of(pod)))
              .filter(load -> scopes.include(load.pod(), load.each()))
              .toList();
      for (String name : quota.field("spec", "hard").keys()) {
        Entry.of(quota, name).ifPresent(entry -> entry.check(loads, defaults, objects, violations));
      }
    }
  }

  /**
   * @param each what one pod counts for
   * @param count how many there are at least
   */
  private record Load(PodTemplate pod, PodAmounts each, Replicas.Count count) {}

  /**
   * An entry of a quota about pods.
   *
   * @param resource that it counts; empty for the pods themselves
   */
  private record Entry(Part place, Quantity hard, Optional<String> resource, boolean limits) {

    static Optional<Entry> of(Part quota, String name) {
      Part place = quota.field("spec", "hard", name);
      Optional<ResourceName> key =
          ResourceName.parse(name).match(Optional::of, bad -> Optional.empty());
      Optional<Quantity> hard = place.quantity();
      if (hard.isEmpty() || key.isEmpty()) {
        return Optional.empty();
      }
      if (name.equals("pods")) {
        return Optional.of(new Entry(place, hard.get(), Optional.empty(), false));
      }
      return key.get()
          .requested()
          .map(of -> new Entry(place, hard.get(), Optional.of(of.text()), false))
          .or(
              () ->
                  key.get()
                      .limited()
                      .map(of -> new Entry(place, hard.get(), Optional.of(of.text()), true)))
          .filter(entry -> entry.resource().filter("storage"::equals).isEmpty());
    }

    void check(
        List<Load> loads, ContainerDefaults defaults, ObjectSet objects, Violations violations) {
      Quantity sum = Quantity.ZERO;
      boolean reported = false;
      for (Load load : loads) {
        lacking(load, defaults).ifPresent(container -> reportLacking(container, load, violations));
        Quantity alone = amount(load.each()).times(load.count().least());
        if (alone.compareTo(hard) > 0) {
          reportAlone(load, alone, violations);
          reported = true;
        } else if (load.count().isSteady()) {
          sum = sum.plus(alone);
        }
      }
      if (!reported && objects.isOfOneCluster() && sum.compareTo(hard) > 0) {
        violations.add(
            place,
            "what runs in the namespace %s %s together, and the quota is %s"
                .formatted(verb(), describe(sum), hard),
            "raise it to %s, and further for what a roll-out has more, or let the workloads ask for less"
                .formatted(sum.canonical()));
      }
    }

    private Quantity amount(PodAmounts each) {
      return resource
          .map(name -> (limits ? each.limits() : each.requests()).get(name).orElse(Quantity.ZERO))
          .orElse(ONE);
    }

    /** A container that says nothing about what a quota counts, so that its pod is refused. */
    private Optional<ContainerAmounts> lacking(Load load, ContainerDefaults defaults) {
      boolean demanded = resource.filter(WithinQuota::isDemanded).isPresent();
      if (!demanded || load.pod().spec().field("resources").isSet()) {
        return Optional.empty();
      }
      String name = resource.orElseThrow();
      return List.of("containers", "initContainers").stream()
          .flatMap(list -> PodAmounts.containers(load.pod(), list, defaults).stream())
          .filter(each -> (limits ? each.limits() : each.requests()).get(name).isEmpty())
          .findFirst();
    }

    private void reportLacking(ContainerAmounts container, Load load, Violations violations) {
      violations.add(
          container.container(),
          "container %s of %s has no %s of %s, and the namespace's quota counts it: its pods are refused"
              .formatted(
                  container.name(),
                  load.pod().owner().ref(),
                  limits ? "limit" : "request",
                  resource.orElseThrow()),
          place,
          "the quota");
    }

    private void reportAlone(Load load, Quantity alone, Violations violations) {
      Part count = load.count().place();
      violations.add(
          count.isSet() ? count : load.pod().spec(),
          "%s %s %s, and the namespace's quota is %s"
              .formatted(load.pod().owner().ref(), verb(), describe(alone), hard),
          place,
          "the quota");
    }

    private String verb() {
      return resource.isEmpty() ? "makes" : limits ? "has limits of" : "requests";
    }

    private String describe(Quantity amount) {
      return amount.canonical() + " " + resource.orElse("pods");
    }
  }

  private static final Quantity ONE = Quantity.parse("1").orThrow();

  /**
   * Only of these must containers say something.
   *
   * @see <a
   *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/quota/v1/evaluator/core/pods.go">validationSet
   *     in the evaluator of pods</a>
   */
  private static boolean isDemanded(String resource) {
    return resource.equals("cpu") || resource.equals("memory");
  }
}
