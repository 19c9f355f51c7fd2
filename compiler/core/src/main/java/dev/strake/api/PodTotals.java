package dev.strake.api;

import dev.strake.value.Quantity;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What the containers of a pod need together: all containers and sidecars, or an init container
 * that needs more beside the sidecars before it.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/component-helpers/resource/helpers.go">AggregateContainerRequests
 *     and AggregateContainerLimits in helpers.go</a>
 */
final class PodTotals {

  private final Cursor spec;
  private final BiFunction<Cursor, String, Quantity> amount;

  private PodTotals(Cursor spec, BiFunction<Cursor, String, Quantity> amount) {
    this.spec = spec;
    this.amount = amount;
  }

  /** Requests; of a pod, not of a template, the server makes those that are missing from limits. */
  static PodTotals ofRequests(PodScope pod) {
    return new PodTotals(
        pod.spec(),
        (container, resource) -> {
          Cursor request = container.field("resources", "requests", resource);
          boolean filledIn = pod.isPod() && !request.isSet();
          return quantity(filledIn ? container.field("resources", "limits", resource) : request);
        });
  }

  static PodTotals ofLimits(PodScope pod) {
    return new PodTotals(
        pod.spec(),
        (container, resource) -> quantity(container.field("resources", "limits", resource)));
  }

  private static Quantity quantity(Cursor amount) {
    return amount.quantity().orElse(Quantity.ZERO);
  }

  Quantity of(String resource) {
    Quantity running = sum(spec.field("containers").items(), resource);
    Quantity sidecars = Quantity.ZERO;
    Quantity starting = Quantity.ZERO;
    for (Cursor init : spec.field("initContainers").items()) {
      Quantity now = sidecars.plus(amount.apply(init, resource));
      if (init.field("restartPolicy").is("Always")) {
        sidecars = now;
      }
      starting = now.compareTo(starting) > 0 ? now : starting;
    }
    Quantity all = running.plus(sidecars);
    return all.compareTo(starting) > 0 ? all : starting;
  }

  private Quantity sum(List<Cursor> containers, String resource) {
    Quantity sum = Quantity.ZERO;
    for (Cursor container : containers) {
      sum = sum.plus(amount.apply(container, resource));
    }
    return sum;
  }
}
