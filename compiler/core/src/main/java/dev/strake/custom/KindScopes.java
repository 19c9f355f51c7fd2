package dev.strake.custom;

import dev.strake.diagnostic.ObjectRef;
import dev.strake.schema.KindSchema;
import dev.strake.schema.KubernetesSchemas;
import java.util.Optional;

/** Whether objects of a kind lie in namespaces, for kinds that are built in or declared. */
public final class KindScopes {

  private static final String OWN_GROUP = "strake.dev/";
  private static final String APPLICATION = "Application";

  private final KubernetesSchemas builtIn;
  private final CustomKinds custom;

  /**
   * @param custom kinds from definitions that can be trusted: whoever declares a kind says its
   *     scope
   */
  public KindScopes(KubernetesSchemas builtIn, CustomKinds custom) {
    this.builtIn = builtIn;
    this.custom = custom;
  }

  /** Where objects of a kind lie. */
  public enum Scope {
    NAMESPACE,
    CLUSTER,
    /** Nobody declares the kind. */
    UNKNOWN
  }

  public Scope of(ObjectRef object) {
    if (object.apiVersion().startsWith(OWN_GROUP)) {
      return object.kind().equals(APPLICATION) ? Scope.NAMESPACE : Scope.CLUSTER;
    }
    // No definition can take a kind from Kubernetes itself.
    return builtIn
        .find(object.apiVersion(), object.kind())
        .map(KindSchema::namespaced)
        .or(() -> declared(object))
        .map(namespaced -> namespaced ? Scope.NAMESPACE : Scope.CLUSTER)
        .orElse(Scope.UNKNOWN);
  }

  private Optional<Boolean> declared(ObjectRef object) {
    return custom.versions(object.apiVersion(), object.kind()).stream()
        .map(CustomKind::namespaced)
        .findFirst();
  }
}
