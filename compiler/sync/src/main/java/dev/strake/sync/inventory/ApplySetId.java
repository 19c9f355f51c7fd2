package dev.strake.sync.inventory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import java.util.Base64;
import java.util.Optional;

/** What a set's members are labelled with. It follows from the parent's identity alone. */
public record ApplySetId(String value) {

  /** The id of the set whose parent is known by an identity. */
  public static ApplySetId of(ObjectIdentity parent) {
    String text =
        String.join(".", parent.name(), parent.namespace(), parent.kind(), parent.group());
    String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256(text));
    return new ApplySetId("applyset-" + hash + "-v1");
  }

  /** Which set an object says it is part of. */
  public static Optional<ApplySetId> partOf(KubernetesObject object) {
    return Optional.ofNullable(object.labels().get(ApplySetKeys.PART_OF)).map(ApplySetId::new);
  }

  /**
   * Why a manifest cannot become a member: it claims a set for itself. Labels of members are the
   * set's to give, as otherwise a manifest could put its object into another set's reach.
   */
  public static Optional<String> refusal(KubernetesObject manifest) {
    return manifest.labels().containsKey(ApplySetKeys.PART_OF)
        ? Optional.of(manifest + " has the label " + ApplySetKeys.PART_OF + ": remove it")
        : Optional.empty();
  }

  /** A manifest with the label of this set's members. */
  public KubernetesObject label(KubernetesObject manifest) {
    ObjectNode copy = manifest.copy();
    copy.withObject("/metadata/labels").put(ApplySetKeys.PART_OF, value);
    return KubernetesObject.of(copy);
  }

  @Override
  public String toString() {
    return value;
  }
}
