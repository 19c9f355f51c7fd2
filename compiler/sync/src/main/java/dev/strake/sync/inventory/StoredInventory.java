package dev.strake.sync.inventory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An inventory as ConfigMaps: in the parent itself, or in shards that the parent lists.
 *
 * <p>A shard is named after its content and never changes. So first the shards are created, then
 * the parent is written, and then {@link #leftovers} are deleted: whenever a sync dies, the parent
 * names a whole inventory, the one before or the one after.
 *
 * <p>The parent holds a hash over its set and all entries. It tells when an inventory was edited,
 * cut short, mixed with another, or copied from another set. It does not stop who may write to our
 * namespace and computes the hash anew: keep that namespace to Strake.
 *
 * @param parent to apply, with labels and annotations of the ApplySet
 * @param shards to create before it
 */
public record StoredInventory(KubernetesObject parent, List<KubernetesObject> shards) {

  /** The version of the format; another is refused. */
  static final String FORMAT = "1";

  /** Annotation of the parent: the set's name as somebody gave it. */
  public static final String SET = "strake.dev/set";

  /** Label of a shard: the id of its set. Not the one of members: a shard is none. */
  public static final String INVENTORY_OF = "strake.dev/inventory-of";

  static final String FORMAT_KEY = "format";
  static final String DIGEST_KEY = "digest";
  static final String ENTRIES_KEY = "entries";
  static final String SHARDS_KEY = "shards";

  public StoredInventory {
    shards = List.copyOf(shards);
  }

  /**
   * What to write.
   *
   * @param parent of the set that the name stands for
   */
  public static StoredInventory of(SetName set, ApplySetParent parent, Inventory inventory) {
    List<String> texts = Shards.of(inventory);
    if (texts.size() == 1) {
      return new StoredInventory(parent(set, parent, ENTRIES_KEY, texts.get(0)), List.of());
    }
    List<KubernetesObject> shards = new ArrayList<>();
    StringBuilder list = new StringBuilder();
    for (String text : texts) {
      KubernetesObject shard = shard(parent.id(), text);
      shards.add(shard);
      list.append(shard.name()).append(' ').append(shardDigest(parent.id(), text)).append('\n');
    }
    return new StoredInventory(parent(set, parent, SHARDS_KEY, list.toString()), shards);
  }

  /** Those of the set's live shards that the parent does not name any more. */
  public List<ObjectIdentity> leftovers(Collection<KubernetesObject> live) {
    Set<ObjectIdentity> named =
        shards.stream().map(KubernetesObject::identity).collect(Collectors.toSet());
    String id = ApplySetId.of(parent.identity()).value();
    return live.stream()
        .filter(shard -> id.equals(shard.labels().get(INVENTORY_OF)))
        .map(KubernetesObject::identity)
        .filter(shard -> !named.contains(shard))
        .sorted()
        .toList();
  }

  /**
   * Those of its shards that are not live. Looked at once more after the parent was written:
   * another sync may have taken a shard for a leftover that this one found in place and counted on.
   */
  public List<KubernetesObject> missing(Collection<KubernetesObject> live) {
    Set<ObjectIdentity> there =
        live.stream().map(KubernetesObject::identity).collect(Collectors.toSet());
    return shards.stream().filter(shard -> !there.contains(shard.identity())).toList();
  }

  static String digest(ApplySetId set, String key, String text) {
    return Digests.hex(String.join("\n", FORMAT, set.value(), key, text));
  }

  static String shardDigest(ApplySetId set, String text) {
    return digest(set, "shard", text);
  }

  private static KubernetesObject parent(
      SetName set, ApplySetParent parent, String key, String text) {
    Map<String, String> annotations = new TreeMap<>(parent.annotations());
    annotations.put(SET, set.value());
    ObjectNode root = configMap(parent.identity().name(), parent.labels(), annotations);
    ObjectNode data = root.putObject("data");
    data.put(DIGEST_KEY, digest(parent.id(), key, text));
    data.put(key, text);
    data.put(FORMAT_KEY, FORMAT);
    return KubernetesObject.of(root);
  }

  private static KubernetesObject shard(ApplySetId set, String text) {
    String name =
        "strake-inventory-%s-%s"
            .formatted(
                Digests.hex(set.value()).substring(0, 20), shardDigest(set, text).substring(0, 20));
    ObjectNode root = configMap(name, Map.of(INVENTORY_OF, set.value()), Map.of());
    root.put("immutable", true);
    root.putObject("data").put(ENTRIES_KEY, text);
    return KubernetesObject.of(root);
  }

  private static ObjectNode configMap(
      String name, Map<String, String> labels, Map<String, String> annotations) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("apiVersion", "v1").put("kind", "ConfigMap");
    ObjectNode metadata = root.putObject("metadata");
    metadata.put("name", name).put("namespace", SetName.NAMESPACE);
    ObjectNode labelled = metadata.putObject("labels");
    labels.forEach(labelled::put);
    labelled.put("app.kubernetes.io/managed-by", Tooling.STRAKE);
    if (!annotations.isEmpty()) {
      ObjectNode annotated = metadata.putObject("annotations");
      annotations.forEach(annotated::put);
    }
    return root;
  }
}
