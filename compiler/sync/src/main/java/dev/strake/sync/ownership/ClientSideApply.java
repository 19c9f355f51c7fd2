package dev.strake.sync.ownership;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.sync.object.KubernetesObject;
import java.util.Set;

/**
 * Objects that {@code kubectl apply} wrote from its side. The server knows the fields as ones that
 * somebody updated, so that an apply, which only drops what it applied itself, would keep those
 * that are gone from Git for ever. The way out is to make the entry one of our own first.
 *
 * @see <a href="https://github.com/kubernetes/kubernetes/issues/107828">kubernetes#107828</a>
 * @see <a
 *     href="https://github.com/kubernetes/client-go/blob/master/util/csaupgrade/upgrade.go">client-go's
 *     csaupgrade</a>
 */
public final class ClientSideApply {

  private static final Set<String> MANAGERS =
      Set.of("kubectl-client-side-apply", "before-first-apply");

  private ClientSideApply() {}

  /** Whether there is something to take over. */
  public static boolean is(KubernetesObject live) {
    return FieldOwners.of(live).all().stream().anyMatch(ClientSideApply::is);
  }

  private static boolean is(FieldOwner owner) {
    return owner.operation().equals("Update")
        && owner.subresource().isEmpty()
        && MANAGERS.contains(owner.manager());
  }

  /** What such an owner has, and nobody else. */
  public static FieldSet ownedAlone(KubernetesObject live) {
    FieldOwners owners = FieldOwners.of(live);
    return owners.sum(ClientSideApply::is).minus(owners.sum(owner -> !is(owner)));
  }

  /** A JSON patch that hands the fields to a manager, if the object is still what it was. */
  public static ArrayNode handOver(KubernetesObject live, String manager) {
    FieldOwners owners = FieldOwners.of(live);
    FieldSet fields = owners.sum(owner -> is(owner) || owner.isApplier(manager));
    ArrayNode entries = JsonNodeFactory.instance.arrayNode();
    for (JsonNode entry : live.items("metadata", "managedFields")) {
      FieldOwner owner = FieldOwner.of(entry);
      if (!is(owner) && !owner.isApplier(manager)) {
        entries.add(entry.deepCopy());
      }
    }
    ObjectNode own = entries.addObject();
    own.put("manager", manager).put("operation", "Apply").put("apiVersion", live.apiVersion());
    own.put("fieldsType", "FieldsV1").set("fieldsV1", fields.toFieldsV1());
    ArrayNode patch = JsonNodeFactory.instance.arrayNode();
    patch
        .addObject()
        .put("op", "replace")
        .put("path", "/metadata/managedFields")
        .set("value", entries);
    patch
        .addObject()
        .put("op", "replace")
        .put("path", "/metadata/resourceVersion")
        .put("value", live.resourceVersion());
    return patch;
  }
}
