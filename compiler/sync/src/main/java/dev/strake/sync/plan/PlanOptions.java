package dev.strake.sync.plan;

import dev.strake.sync.object.KubernetesObject;
import java.util.Map;

/**
 * What a run may do.
 *
 * @param conflicts for all objects; one may ask for {@code force} itself
 * @param recreate whether objects that cannot be changed may be deleted and made anew; one may
 *     allow it itself
 * @param labels that every object of the set gets
 */
public record PlanOptions(ConflictPolicy conflicts, boolean recreate, Map<String, String> labels) {

  /** On an object: {@code force}. */
  public static final String CONFLICTS = "strake.dev/conflicts";

  /** On an object: {@code allowed}. */
  public static final String RECREATE = "strake.dev/recreate";

  public PlanOptions {
    labels = Map.copyOf(labels);
  }

  /** Takes nothing from anybody, deletes nothing to change it. */
  public static PlanOptions careful() {
    return new PlanOptions(ConflictPolicy.REPORT, false, Map.of());
  }

  public PlanOptions withLabels(Map<String, String> more) {
    return new PlanOptions(conflicts, recreate, more);
  }

  boolean forces(KubernetesObject object) {
    return conflicts == ConflictPolicy.FORCE || "force".equals(object.annotations().get(CONFLICTS));
  }

  boolean mayRecreate(KubernetesObject object) {
    return recreate || "allowed".equals(object.annotations().get(RECREATE));
  }
}
