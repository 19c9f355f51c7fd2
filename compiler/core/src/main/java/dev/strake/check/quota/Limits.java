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

  static final String DEFAULT = "default";
  static final String DEFAULT_REQUEST = "defaultRequest";
  static final String MAX = "max";

  /**
   * One amount.
   *
   * @param what it is, as the spec names it: {@code default}
   */
  record Limit(String what, Quantity amount, Origin origin) {

    boolean exceeds(Quantity other) {
      return amount.compareTo(other) > 0;
    }

    /**
     * As a sentence begins with it: {@code max 8Gi of memory, which is the default too,}.
     *
     * @param as the field that it counts for, which need not be the one that was written
     */
    String describe(String as, ResourceName resource) {
      String written = "%s %s of %s".formatted(what, amount, resource);
      return what.equals(as) ? written : "%s, which is the %s too,".formatted(written, as);
    }

    /** How to have less of it, where it is written or in the field that it counts for. */
    String lower(String as, ResourceName resource, Quantity most) {
      return what.equals(as)
          ? "write at most " + most
          : "write limitRange.%s with %s: %s or less".formatted(as, resource, most);
    }
  }

  /** Nothing if the namespace has no limit range. */
  static Limits of(ClusterNamespace namespace, Origins origins) {
    LimitRange written = namespace.limitRange();
    if (written == null) {
      return new Limits(Map.of(), Map.of(), Map.of());
    }
    Map<ResourceName, Limit> most = limits(MAX, written, LimitRange::max, origins);
    Map<ResourceName, Limit> limits = new TreeMap<>(most);
    limits.putAll(limits(DEFAULT, written, LimitRange::defaults, origins));
    Map<ResourceName, Limit> requests = new TreeMap<>(limits);
    requests.putAll(limits(DEFAULT_REQUEST, written, LimitRange::defaultRequest, origins));
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
