package dev.strake.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.Optional;

/**
 * The types of {@code request} and {@code namespaceObject}. Of a namespace, expressions see less
 * than there is.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/admission/plugin/cel/compile.go">BuildRequestType
 *     and BuildNamespaceType in compile.go</a>
 */
final class AdmissionTypes implements CelTypeProvider {

  private static final CelType STRINGS = ListType.create(SimpleType.STRING);
  private static final CelType TEXT_BY_KEY = MapType.create(SimpleType.STRING, SimpleType.STRING);

  private static final StructType KIND =
      struct("GroupVersionKind", texts("group", "version", "kind").buildOrThrow());
  private static final StructType RESOURCE =
      struct("GroupVersionResource", texts("group", "version", "resource").buildOrThrow());
  private static final StructType USER =
      struct(
          "UserInfo",
          texts("username", "uid")
              .put("groups", STRINGS)
              .put("extra", MapType.create(SimpleType.STRING, STRINGS))
              .buildOrThrow());

  /** Of {@code request}. */
  static final StructType REQUEST =
      struct(
          "AdmissionRequest",
          texts("subResource", "requestSubResource", "name", "namespace", "operation")
              .put("kind", KIND)
              .put("resource", RESOURCE)
              .put("requestKind", KIND)
              .put("requestResource", RESOURCE)
              .put("userInfo", USER)
              .put("dryRun", SimpleType.BOOL)
              .put("options", SimpleType.DYN)
              .buildOrThrow());

  private static final StructType NAMESPACE_SPEC =
      struct("NamespaceSpec", ImmutableMap.of("finalizers", STRINGS));
  private static final StructType NAMESPACE_CONDITION =
      struct(
          "NamespaceCondition",
          texts("status", "type", "message", "reason")
              .put("lastTransitionTime", SimpleType.TIMESTAMP)
              .buildOrThrow());
  private static final StructType NAMESPACE_STATUS =
      struct(
          "NamespaceStatus",
          texts("phase").put("conditions", ListType.create(NAMESPACE_CONDITION)).buildOrThrow());
  private static final StructType NAMESPACE_METADATA =
      struct(
          "NamespaceMetadata",
          texts("name", "generateName", "namespace", "UID", "resourceVersion")
              .put("labels", TEXT_BY_KEY)
              .put("annotations", TEXT_BY_KEY)
              .put("creationTimestamp", SimpleType.TIMESTAMP)
              .put("deletionGracePeriodSeconds", SimpleType.INT)
              .put("deletionTimestamp", SimpleType.TIMESTAMP)
              .put("generation", SimpleType.INT)
              .put("finalizers", STRINGS)
              .buildOrThrow());

  /** Of {@code namespaceObject}. */
  static final StructType NAMESPACE =
      struct(
          "Namespace",
          ImmutableMap.of(
              "metadata", NAMESPACE_METADATA, "spec", NAMESPACE_SPEC, "status", NAMESPACE_STATUS));

  private static final ImmutableMap<String, CelType> BY_NAME =
      byName(
          KIND,
          RESOURCE,
          USER,
          REQUEST,
          NAMESPACE,
          NAMESPACE_SPEC,
          NAMESPACE_STATUS,
          NAMESPACE_METADATA,
          NAMESPACE_CONDITION);

  private static ImmutableMap<String, CelType> byName(StructType... types) {
    ImmutableMap.Builder<String, CelType> byName = ImmutableMap.builder();
    for (StructType type : types) {
      byName.put(type.name(), type);
    }
    return byName.buildOrThrow();
  }

  private static ImmutableMap.Builder<String, CelType> texts(String... names) {
    ImmutableMap.Builder<String, CelType> fields = ImmutableMap.builder();
    for (String name : names) {
      fields.put(name, SimpleType.STRING);
    }
    return fields;
  }

  private static StructType struct(String name, ImmutableMap<String, CelType> fields) {
    return StructType.create(
        "kubernetes." + name, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return BY_NAME.values();
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
