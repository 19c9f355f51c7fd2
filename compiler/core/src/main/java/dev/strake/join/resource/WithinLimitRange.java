package dev.strake.join.resource;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.join.Violations;
import dev.strake.value.Quantity;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Containers, pods and claims that a LimitRange of their namespace refuses, after what it gives to
 * those that say nothing.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/plugin/pkg/admission/limitranger/admission.go">PodValidateLimitFunc
 *     and PersistentVolumeClaimValidateLimitFunc in the LimitRanger</a>
 */
final class WithinLimitRange implements BundleRule {

  @Override
  public String policy() {
    return "resources/within-limit-range";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (PodTemplate pod : objects.pods()) {
      ContainerDefaults defaults = ContainerDefaults.of(objects, pod.namespace());
      for (Part item : ContainerDefaults.items(objects, pod.namespace())) {
        new Item(item, violations).check(pod, defaults);
      }
    }
    Claims.of(objects)
        .forEach(
            (claim, namespace) ->
                ContainerDefaults.items(objects, namespace)
                    .forEach(item -> new Item(item, violations).checkClaim(claim)));
  }

  /** One item of a LimitRange. */
  private record Item(Part item, Violations violations) {

    void check(PodTemplate pod, ContainerDefaults defaults) {
      if (item.field("type").is("Container")) {
        for (String list : new String[] {"containers", "initContainers"}) {
          PodAmounts.containers(pod, list, defaults)
              .forEach(
                  each ->
                      check(
                          "container " + each.name(),
                          each.container().field("resources"),
                          each.requests(),
                          each.limits()));
        }
      } else if (item.field("type").is("Pod")) {
        PodAmounts whole = PodAmounts.of(pod, defaults);
        check("a pod", pod.spec(), whole.requests(), whole.limits());
      }
    }

    void checkClaim(Part claim) {
      if (item.field("type").is("PersistentVolumeClaim")) {
        Part resources = claim.field("spec", "resources");
        Amounts requests = Amounts.of(resources.field("requests"));
        Amounts.of(item.field("min"))
            .byName()
            .forEach((name, least) -> least("the claim", resources, requests, name, least));
        Amounts.of(item.field("max"))
            .byName()
            .forEach(
                (name, most) -> most("the claim", resources, "requests", requests, name, most));
      }
    }

    private void check(String who, Part resources, Amounts requests, Amounts limits) {
      Amounts.of(item.field("min"))
          .byName()
          .forEach(
              (name, least) -> {
                if (!least(who, resources, requests, name, least)) {
                  limits
                      .get(name)
                      .filter(limit -> limit.compareTo(least) < 0)
                      .ifPresent(
                          limit ->
                              report(
                                  place(resources, "limits", name),
                                  "%s has a limit of %s %s, less than the %s that the LimitRange asks for"
                                      .formatted(who, limit, name, least),
                                  "min",
                                  name));
                }
              });
      Amounts.of(item.field("max"))
          .byName()
          .forEach(
              (name, most) -> {
                if (!most(who, resources, "limits", limits, name, most)) {
                  most(who, resources, "requests", requests, name, most);
                }
              });
      Amounts.of(item.field("maxLimitRequestRatio"))
          .byName()
          .forEach((name, most) -> ratio(who, resources, requests, limits, name, most));
    }

    /**
     * @return whether there was anything to say
     */
    private boolean least(
        String who, Part resources, Amounts requests, String name, Quantity least) {
      Optional<Quantity> request = requests.get(name);
      if (request.isPresent() && request.get().compareTo(least) >= 0) {
        return false;
      }
      String found = request.map(amount -> amount + " " + name).orElse("no " + name);
      report(
          place(resources, "requests", name),
          "%s requests %s, and the LimitRange asks for %s at least".formatted(who, found, least),
          "min",
          name);
      return true;
    }

    private boolean most(
        String who, Part resources, String list, Amounts amounts, String name, Quantity most) {
      Optional<Quantity> amount = amounts.get(name);
      boolean limited = list.equals("limits");
      if (amount.map(given -> given.compareTo(most) <= 0).orElse(!limited)) {
        return false;
      }
      String found =
          amount
              .map(given -> (limited ? "has a limit of " : "requests ") + given + " " + name)
              .orElse("has no limit of " + name);
      report(
          place(resources, list, name),
          "%s %s, and the LimitRange allows %s".formatted(who, found, most),
          "max",
          name);
      return true;
    }

    private void ratio(
        String who, Part resources, Amounts requests, Amounts limits, String name, Quantity most) {
      BigDecimal request = amount(requests, name);
      BigDecimal limit = amount(limits, name);
      boolean comparable = request.signum() > 0 && limit.signum() > 0;
      if (comparable && limit.compareTo(request.multiply(most.amount())) <= 0) {
        return;
      }
      report(
          place(resources, "limits", name),
          comparable
              ? "%s has a limit of %s that is more than %s times its request"
                  .formatted(who, name, most)
              : "%s lacks a request or a limit of %s, and the LimitRange allows %s between them"
                  .formatted(who, name, most),
          "maxLimitRequestRatio",
          name);
    }

    private static BigDecimal amount(Amounts amounts, String name) {
      return amounts.get(name).map(Quantity::amount).orElse(BigDecimal.ZERO);
    }

    /** What is written, or the list where it is missing. */
    private static Part place(Part resources, String list, String name) {
      Part written = resources.field(list, name);
      return written.isSet() ? written : resources;
    }

    private void report(Part place, String message, String bound, String name) {
      violations.add(
          place, message, item.field(bound, name), "LimitRange " + item.object().ref().name());
    }
  }
}
