package dev.strake.sync.inventory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;

/** A live object in the making, as an API server would return its metadata. */
final class Live {

  static final SetName SHOP = new SetName("shop");
  static final SetName BANK = new SetName("bank");
  static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  static final String OTHER_COMMIT = "76543210fedcba9876543210fedcba9876543210";

  private final ObjectNode root = JsonNodeFactory.instance.objectNode();

  private Live(ObjectIdentity identity) {
    root.put("apiVersion", identity.group().isEmpty() ? "v1" : identity.group() + "/v1");
    root.put("kind", identity.kind());
    ObjectNode metadata = root.putObject("metadata").put("name", identity.name());
    if (!identity.isClusterScoped()) {
      metadata.put("namespace", identity.namespace());
    }
    metadata.put("uid", uid(identity));
  }

  /** Without any mark of ours. */
  static Live foreign(ObjectIdentity identity) {
    return new Live(identity);
  }

  /** Applied by us, in the set called shop. */
  static Live applied(ObjectIdentity identity) {
    Live live = new Live(identity).partOf(SHOP.id());
    live.metadata()
        .putArray("managedFields")
        .addObject()
        .put("manager", "strake")
        .put("operation", "Apply");
    return live;
  }

  static String uid(ObjectIdentity identity) {
    return "uid-" + identity.groupKind() + "-" + identity.namespace() + "-" + identity.name();
  }

  static InventoryEntry entry(ObjectIdentity identity) {
    return new InventoryEntry(identity, uid(identity), "a".repeat(64), COMMIT);
  }

  static ObjectIdentity object(String groupKind, String namespace, String name) {
    GroupKind kind = GroupKind.parse(groupKind);
    return new ObjectIdentity(kind.group(), kind.kind(), namespace, name);
  }

  Live partOf(ApplySetId set) {
    return label(ApplySetKeys.PART_OF, set.value());
  }

  Live label(String key, String value) {
    metadata().withObject("/labels").put(key, value);
    return this;
  }

  Live withoutLabels() {
    metadata().remove("labels");
    return this;
  }

  Live withoutManagers() {
    metadata().remove("managedFields");
    return this;
  }

  Live annotation(String key, String value) {
    metadata().withObject("/annotations").put(key, value);
    return this;
  }

  Live withUid(String uid) {
    metadata().put("uid", uid);
    return this;
  }

  Live ownedBy(String kind, String name, String uid, boolean controller) {
    metadata()
        .withArray("/ownerReferences")
        .addObject()
        .put("kind", kind)
        .put("name", name)
        .put("uid", uid)
        .put("controller", controller);
    return this;
  }

  Live terminating(String finalizer) {
    metadata().put("deletionTimestamp", "2026-11-23T11:00:00Z");
    metadata().withArray("/finalizers").add(finalizer);
    return this;
  }

  private ObjectNode metadata() {
    return root.withObject("/metadata");
  }

  KubernetesObject get() {
    return KubernetesObject.of(root);
  }

  Observed.Found found() {
    return new Observed.Found(get());
  }
}
