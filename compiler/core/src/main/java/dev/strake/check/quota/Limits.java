package dev.strake.check.quota;

import dev.strake.spec.ClusterNamespace;
import dev.strake.spec.ClusterNamespace.LimitRange;
import dev.strake.spec.Origin;
import dev.strake.spec.Origins;
import dev.strake.value.Quantity;
import dev.strake.value.ResourceName;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the containers of a namespace get and may ask for, as the API server completes a limit
 * range: a default limit is the maximum unless it is written, and a default request is the default
 * limit.
 *
 * @param limits of containers that set none
 * @param requests of containers that set none
 * @param most that a container may have
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/v1/defaults.go">SetDefaults_LimitRangeItem</a>
 */
record Limits(
    Map<ResourceName, Limit> limits,
    Map<ResourceName, Limit> requests,
    Map<ResourceName, Limit> most) {

  /**
   * One amount.
   *
   * @param what it is, as the spec names it: {@code default}
   */
  record Limit(String what, Quantity amount, Origin origin) {

    boolean exceeds(Quantity other) {
      return amount.compareTo(other) > 0;
    }
  }

  /** Nothing if the namespace has no limit range. */
  static Limits of(ClusterNamespace namespace, Origins origins) {
    LimitRange written = namespace.limitRange();
    if (written == null) {
      return new Limits(Map.of(), Map.of(), Map.of());
    }
    Map<ResourceName, Limit> most = limits("max", written, LimitRange::max, origins);
    Map<ResourceName, Limit> limits = new TreeMap<>(most);
    limits.putAll(limits("default", written, LimitRange::defaults, origins));
    Map<ResourceName, Limit> requests = new TreeMap<>(limits);
    requests.putAll(limits("defaultRequest", written, LimitRange::defaultRequest, origins));
    return new Limits(limits, requests, most);
  }

  private static Map<ResourceName, Limit> limits(
      String what,
      LimitRange written,
      Origins.Field<LimitRange, Map<ResourceName, Quantity>> field,
      Origins origins) {
    Map<ResourceName, Limit> limits = new TreeMap<>();
    field
        .apply(written)
        .forEach(
            (resource, amount) ->
                limits.put(
                    resource, new Limit(what, amount, origins.ofEntry(written, field, resource))));
    return limits;
  }
}
