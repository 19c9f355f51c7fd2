package dev.strake.sync.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.sync.desired.DesiredObject;
import dev.strake.sync.desired.DesiredSet;
import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import dev.strake.sync.ownership.FieldOwners;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Replica counts that an autoscaler decides, not Git. Once somebody else owns the count, it is not
 * applied at all; until then its live value is, since a field that its only owner drops falls back
 * to its default, which is one.
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/issues/94585">kubernetes#94585</a>
 */
final class CededFields {

  /** On an object, for an autoscaler that is not in the set: {@code replicas}. */
  static final String ANNOTATION = "strake.dev/ceded";

  private static final String SPEC = "spec";
  private static final String REPLICAS = "replicas";

  private final Set<ObjectIdentity> scaled = new HashSet<>();

  CededFields(DesiredSet set) {
    for (DesiredObject each : set.objects()) {
      KubernetesObject object = each.object();
      boolean isHpa =
          object.kind().equals("HorizontalPodAutoscaler") && object.group().equals("autoscaling");
      boolean isScaledObject =
          object.kind().equals("ScaledObject") && object.group().equals("keda.sh");
      if (isHpa || isScaledObject) {
        target(object).ifPresent(scaled::add);
      }
    }
  }

  private static Optional<ObjectIdentity> target(KubernetesObject autoscaler) {
    String field = "scaleTargetRef";
    String version = autoscaler.text(SPEC, field, "apiVersion").orElse("apps/v1");
    String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
    String kind = autoscaler.text(SPEC, field, "kind").orElse("Deployment");
    return autoscaler
        .text(SPEC, field, "name")
        .map(name -> new ObjectIdentity(group, kind, autoscaler.namespace(), name));
  }

  /** What to apply over a live object. */
  KubernetesObject without(KubernetesObject wanted, KubernetesObject live) {
    if (!isCeded(wanted) || !(wanted.has(SPEC, REPLICAS) || isOwnedByUs(live))) {
      return wanted;
    }
    ObjectNode tree = wanted.copy();
    ObjectNode spec = tree.withObjectProperty(SPEC);
    JsonNode count = live.find(SPEC, REPLICAS);
    if (isOwnedByOthers(live) || count.isMissingNode()) {
      spec.remove(REPLICAS);
    } else {
      spec.set(REPLICAS, count);
    }
    return KubernetesObject.of(tree);
  }

  private boolean isCeded(KubernetesObject wanted) {
    return scaled.contains(wanted.identity())
        || REPLICAS.equals(wanted.annotations().get(ANNOTATION));
  }

  /** Also if Git has given it up in the very commit that brings the autoscaler. */
  private static boolean isOwnedByUs(KubernetesObject live) {
    return FieldOwners.of(live).appliedBy(ClusterApi.FIELD_MANAGER).has(SPEC, REPLICAS);
  }

  private static boolean isOwnedByOthers(KubernetesObject live) {
    return FieldOwners.of(live).notAppliedBy(ClusterApi.FIELD_MANAGER).has(SPEC, REPLICAS);
  }
}
