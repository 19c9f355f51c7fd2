package dev.strake.sync.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.live.Live;
import dev.strake.sync.live.Refusal;
import dev.strake.sync.live.ResourceType;
import dev.strake.sync.live.Write;
import dev.strake.sync.object.KubernetesObject;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a refused change is one that no change could make, so that only a new object can be what
 * is wanted. Whatever is wrong in itself would be deleted, and never come back.
 *
 * @see <a href="https://github.com/fluxcd/flux2/issues/4392">flux2#4392</a>
 */
final class ImmutableChange {

  /** With them go data, all objects of a kind, or all objects in a namespace. */
  private static final Set<String> NEVER_RECREATED =
      Set.of(
          "PersistentVolumeClaim",
          "PersistentVolume",
          "CustomResourceDefinition.apiextensions.k8s.io",
          "Namespace",
          "Node");

  private static final Pattern WORDS =
      Pattern.compile(
          "field is immutable|may not be changed|cannot change roleRef"
              + "|updates to \\w+ spec for fields other than|is immutable after creation");

  private static final int LONGEST_KEPT = 40;

  private ImmutableChange() {}

  static boolean mayBeRecreated(ResourceType type) {
    return !NEVER_RECREATED.contains(type.groupKind());
  }

  /** Proven: the server says so of every cause, and would take the object under another name. */
  static boolean isProven(
      ClusterApi api, ResourceType type, KubernetesObject wanted, Refusal refusal) {
    boolean said =
        !refusal.causes().isEmpty()
            && refusal.causes().stream().allMatch(cause -> WORDS.matcher(cause.message()).find());
    return said && api.create(type, renamed(wanted), Write.DRY_RUN) instanceof Live;
  }

  private static KubernetesObject renamed(KubernetesObject wanted) {
    ObjectNode tree = wanted.copy();
    String name = wanted.name();
    String kept = name.length() <= LONGEST_KEPT ? name : name.substring(0, LONGEST_KEPT);
    ((ObjectNode) tree.path("metadata"))
        .put("name", kept.replaceAll("[.-]+$", "") + "-strake-probe");
    return KubernetesObject.of(tree);
  }
}
