package dev.strake.sync.apply;

import dev.strake.sync.live.ClusterApi;
import dev.strake.sync.live.Live;
import dev.strake.sync.live.ResourceType;
import dev.strake.sync.object.Condition;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import java.util.Optional;

/** Waits until a kind that was defined is served. */
final class Definitions {

  private static final String GROUP = "apiextensions.k8s.io";
  private static final ResourceType TYPE =
      ResourceType.builtIn(
          GROUP, "v1", "CustomResourceDefinition", "customresourcedefinitions", false);

  private final ClusterApi api;
  private final Patience patience;

  Definitions(ClusterApi api, Patience patience) {
    this.api = api;
    this.patience = patience;
  }

  static boolean is(ObjectIdentity identity) {
    return identity.group().equals(GROUP) && identity.kind().equals(TYPE.kind());
  }

  /** The group of its kind, which its name ends with. */
  private static String group(String name) {
    return name.substring(name.indexOf('.') + 1);
  }

  /** Why it is not served in the end; empty if it is. */
  Optional<String> await(ObjectIdentity definition) {
    return patience.await(() -> missing(definition.name()));
  }

  private Optional<String> missing(String name) {
    if (!(api.get(TYPE, "", name) instanceof Live live)) {
      return Optional.of("it is not there any more");
    }
    boolean established =
        live.object().condition("Established").filter(Condition::isTrue).isPresent();
    if (established) {
      return unserved(live.object());
    }
    return Optional.of(
        live.object()
            .condition("NamesAccepted")
            .filter(Condition::isFalse)
            .map(refused -> "its names are not accepted: " + refused.message())
            .orElse("it is not established yet"));
  }

  /** An established kind is in no discovery for a moment, and a request for it finds nothing. */
  private Optional<String> unserved(KubernetesObject definition) {
    String group = group(definition.name());
    String kind = definition.text("spec", "names", "kind").orElse("");
    api.forgetTypes(group);
    return definition.items("spec", "versions").stream()
        .filter(version -> version.path("served").asBoolean(false))
        .map(version -> group + "/" + version.path("name").asText(""))
        .filter(version -> api.type(version, kind).isEmpty())
        .map(version -> version + " is not served yet")
        .findFirst();
  }
}
