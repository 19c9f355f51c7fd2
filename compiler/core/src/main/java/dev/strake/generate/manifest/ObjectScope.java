package dev.strake.generate.manifest;

import dev.strake.custom.CustomKind;
import dev.strake.custom.CustomKinds;
import dev.strake.diagnostic.ObjectRef;
import dev.strake.schema.KindSchema;
import dev.strake.schema.KubernetesSchemas;
import java.util.Optional;

/**
 * Which objects lie in namespaces: says what the schemas and the definitions among the inputs say.
 */
public final class ObjectScope {

  /**
   * Where an object lies that names no namespace. For kubectl that depends on the kubeconfig of
   * whoever runs it; what is compiled depends on nobody.
   */
  static final String DEFAULT_NAMESPACE = "default";

  private final KubernetesSchemas schemas;
  private final CustomKinds customKinds;

  public ObjectScope(KubernetesSchemas schemas, CustomKinds customKinds) {
    this.schemas = schemas;
    this.customKinds = customKinds;
  }

  /**
   * The object with the namespace that it will lie in. One of an unknown kind stays as it is
   * written.
   */
  ObjectRef settled(ObjectRef written) {
    boolean homeless = written.namespace() == null && isNamespaced(written).orElse(false);
    return homeless
        ? new ObjectRef(written.apiVersion(), written.kind(), DEFAULT_NAMESPACE, written.name())
        : written;
  }

  private Optional<Boolean> isNamespaced(ObjectRef object) {
    return schemas
        .find(object.apiVersion(), object.kind())
        .map(KindSchema::namespaced)
        .or(
            () ->
                customKinds.versions(object.apiVersion(), object.kind()).stream()
                    .findFirst()
                    .map(CustomKind::namespaced));
  }
}
