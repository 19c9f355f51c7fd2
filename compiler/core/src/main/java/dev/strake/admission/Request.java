package dev.strake.admission;

import dev.strake.cel.CelValue;
import dev.strake.diagnostic.ObjectRef;
import dev.strake.join.LabelSelector;
import dev.strake.join.Part;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.PodTemplatePaths;
import dev.strake.yaml.NodePath;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an object in Git leads to at the API server: that it is made or changed, and that a
 * controller makes pods from its template. For one thread only.
 */
final class Request {

  private static final String DEFAULT_NAMESPACE = "default";

  private final Manifest manifest;
  private final @Nullable Manifest before;
  private final ServedResource resource;
  private final String namespace;
  private final NodePath base;
  private final Optional<NodePath> template;
  private final Map<String, CelValue> values = new HashMap<>();

  private Request(
      Manifest manifest,
      @Nullable Manifest before,
      ServedResource resource,
      String namespace,
      NodePath base,
      Optional<NodePath> template) {
    this.template = template;
    this.manifest = manifest;
    this.before = before;
    this.resource = resource;
    this.namespace = namespace;
    this.base = base;
  }

  /**
   * That an object is made.
   *
   * @param pods which objects make pods
   */
  static Request creation(Manifest object, ServedResource resource, PodTemplatePaths pods) {
    return new Request(
        object, null, resource, namespace(object, resource), NodePath.ROOT, pods.find(object));
  }

  /** That an object is changed. */
  static Request update(
      Manifest before, Manifest after, ServedResource resource, PodTemplatePaths pods) {
    return new Request(
        after, before, resource, namespace(after, resource), NodePath.ROOT, pods.find(after));
  }

  /** That a controller makes a pod from the object's template; empty if it has none. */
  static Optional<Request> ofPod(Manifest object, PodTemplatePaths pods) {
    return pods.find(object)
        .filter(path -> !path.equals(NodePath.ROOT))
        .map(
            path ->
                new Request(
                    object,
                    null,
                    ServedResource.PODS,
                    namespace(object, ServedResource.PODS),
                    path,
                    Optional.of(NodePath.ROOT)));
  }

  private static String namespace(Manifest object, ServedResource resource) {
    ObjectRef ref = object.ref();
    if (!resource.namespaced()) {
      return "";
    }
    return ref.namespace() == null ? DEFAULT_NAMESPACE : ref.namespace();
  }

  Manifest manifest() {
    return manifest;
  }

  ServedResource resource() {
    return resource;
  }

  /** Where what it makes stands in the object: at the root, or at the template of pods. */
  NodePath base() {
    return base;
  }

  /** Whether a controller sends it, about a pod. */
  boolean isOfController() {
    return !base.equals(NodePath.ROOT);
  }

  Operation operation() {
    return before == null ? Operation.CREATE : Operation.UPDATE;
  }

  /** The empty text for what lies in none. */
  String namespace() {
    return namespace;
  }

  /** The empty text if the server chooses one. */
  String name() {
    return isOfController() ? "" : manifest.ref().name();
  }

  Map<String, String> labels() {
    return labels(manifest);
  }

  private Map<String, String> labels(Manifest object) {
    return Part.of(object, base).field("metadata", "labels").textByKey();
  }

  /** Whether a selector takes the object, as it is or as it was. */
  boolean hasLabels(LabelSelector selector) {
    return selector.isEmpty()
        || selector.matches(labels())
        || (before != null && selector.matches(labels(before)));
  }

  /** {@code object} as expressions read it in a version of its group. */
  CelValue value(String version) {
    return values.computeIfAbsent(version, v -> value(manifest, v));
  }

  /** {@code oldObject}; null if there is none. */
  CelValue old(String version) {
    return before == null ? CelValue.NULL : value(before, version);
  }

  private CelValue value(Manifest object, String version) {
    String apiVersion = resource.apiVersion(version);
    return ServerDefaults.table()
        .apply(object, base, template, new ServedObject(resource, apiVersion, namespace));
  }

  /** {@code request}; who sends it, and with what options, only a server knows. */
  CelValue request() {
    return values.computeIfAbsent("request", name -> attributes());
  }

  private CelValue attributes() {
    Map<String, CelValue> all = new LinkedHashMap<>();
    CelValue kind = typed("kind", resource.kind());
    CelValue plural = typed("resource", resource.plural());
    all.put("kind", kind);
    all.put("resource", plural);
    all.put("subResource", CelValue.of(""));
    all.put("requestKind", kind);
    all.put("requestResource", plural);
    all.put("requestSubResource", CelValue.of(""));
    all.put("name", CelValue.of(resource.isNamespaces() ? manifest.ref().name() : name()));
    all.put("namespace", CelValue.of(resource.isNamespaces() ? manifest.ref().name() : namespace));
    all.put("operation", CelValue.of(operation().name()));
    all.put("userInfo", CelValue.unknown());
    all.put("dryRun", CelValue.of(false));
    all.put("options", CelValue.unknown());
    return CelValue.mapOf(all);
  }

  private CelValue typed(String name, String value) {
    return CelValue.mapOf(
        Map.of(
            "group",
            CelValue.of(resource.group()),
            "version",
            CelValue.of(resource.version()),
            name,
            CelValue.of(value)));
  }
}
