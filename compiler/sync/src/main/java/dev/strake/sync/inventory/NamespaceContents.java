package dev.strake.sync.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What lies in namespaces that might be deleted: their deletion takes everything in them along,
 * whoever it belongs to.
 */
public final class NamespaceContents {

  private static final Set<String> FURNITURE = furniture();

  private final Map<String, List<KubernetesObject>> objects = new HashMap<>();
  private final Map<String, String> hidden = new HashMap<>();

  /** Nothing is known of any namespace. */
  public static NamespaceContents unknown() {
    return new NamespaceContents();
  }

  /**
   * With everything that is live in a namespace, of every kind that can be listed; metadata are
   * enough.
   */
  public NamespaceContents with(String namespace, Collection<KubernetesObject> live) {
    NamespaceContents more = new NamespaceContents();
    more.objects.putAll(objects);
    more.hidden.putAll(hidden);
    more.objects.put(namespace, List.copyOf(live));
    return more;
  }

  /**
   * With a namespace of which not everything could be looked at.
   *
   * @param why one line, without a full stop
   */
  public NamespaceContents without(String namespace, String why) {
    NamespaceContents less = new NamespaceContents();
    less.objects.putAll(objects);
    less.hidden.putAll(hidden);
    less.hidden.put(namespace, why);
    return less;
  }

  /** Why nobody knows what is in a namespace; empty if it is known. */
  Optional<String> unknown(String namespace) {
    return objects.containsKey(namespace)
        ? Optional.empty()
        : Optional.of(hidden.getOrDefault(namespace, "nobody looked what is in it"));
  }

  /**
   * What would be lost with a namespace besides what is being deleted anyway. Children of objects
   * in the namespace follow their owners, and what Kubernetes puts into each namespace is nobody's.
   */
  List<ObjectIdentity> others(String namespace, Set<ObjectIdentity> deleted) {
    List<KubernetesObject> live = objects.getOrDefault(namespace, List.of());
    Set<String> uids = new HashSet<>();
    live.forEach(object -> uids.add(object.uid()));
    return live.stream()
        .filter(object -> !isOwnedByOneOf(object, uids) && !isFurniture(object))
        .map(KubernetesObject::identity)
        .filter(identity -> !deleted.contains(identity))
        .sorted()
        .toList();
  }

  private static boolean isOwnedByOneOf(KubernetesObject object, Set<String> uids) {
    List<JsonNode> owners = object.items("metadata", "ownerReferences");
    return !owners.isEmpty()
        && owners.stream().allMatch(owner -> uids.contains(owner.path("uid").asText("")));
  }

  private static boolean isFurniture(KubernetesObject object) {
    String kind = object.identity().groupKind();
    return FURNITURE.contains(kind + " *") || FURNITURE.contains(kind + " " + object.name());
  }

  private static Set<String> furniture() {
    Set<String> furniture = new HashSet<>();
    for (List<String> row : TsvTable.rows("namespace-furniture.tsv", 3)) {
      furniture.add(row.get(0) + " " + row.get(1));
    }
    return furniture;
  }
}
