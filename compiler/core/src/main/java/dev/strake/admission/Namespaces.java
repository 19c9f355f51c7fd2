package dev.strake.admission;

import dev.strake.cel.CelValue;
import dev.strake.join.LabelSelector;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.manifest.Manifest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of namespaces: those that are declared, and those that every cluster has. */
final class Namespaces {

  /** Set by the API server on every namespace. */
  private static final String NAME = "kubernetes.io/metadata.name";

  /** Made by the API server, with no label but their name. */
  private static final Set<String> OF_EVERY_CLUSTER =
      Set.of("default", "kube-node-lease", "kube-public", "kube-system");

  private final Map<String, Manifest> declared = new HashMap<>();

  Namespaces(ObjectSet objects) {
    objects.all("", "Namespace").forEach(each -> declared.putIfAbsent(each.ref().name(), each));
  }

  /**
   * Whether a selector takes the namespace of a request's object, which of a namespace is itself.
   * Other objects that lie in none are never left out.
   *
   * @param version that the match is for
   */
  Match match(LabelSelector selector, Request request, String version) {
    if (selector.isEmpty()
        || (request.namespace().isEmpty() && !request.resource().isNamespaces())) {
      return Match.as(version);
    }
    if (request.resource().isNamespaces()) {
      return selector.matches(named(request.name(), request.labels()))
          ? Match.as(version)
          : Match.NO;
    }
    Optional<Map<String, String>> labels = labels(request.namespace());
    if (labels.isPresent()) {
      return selector.matches(labels.get()) ? Match.as(version) : Match.NO;
    }
    if (!selector.onlyAbout(NAME).matches(named(request.namespace(), Map.of()))) {
      return Match.NO;
    }
    return selector.isOnlyAbout(NAME)
        ? Match.as(version)
        : new Match(version, unknown(request.namespace()));
  }

  /** Empty if nobody here knows them. */
  private Optional<Map<String, String>> labels(String namespace) {
    return Optional.ofNullable(declared.get(namespace))
        .map(object -> named(namespace, labels(object)))
        .or(
            () ->
                OF_EVERY_CLUSTER.contains(namespace)
                    ? Optional.of(named(namespace, Map.of()))
                    : Optional.empty());
  }

  static Map<String, String> labels(Manifest object) {
    return Part.of(object).field("metadata", "labels").textByKey();
  }

  private static Map<String, String> named(String name, Map<String, String> labels) {
    Map<String, String> all = new LinkedHashMap<>(labels);
    all.put(NAME, name);
    return all;
  }

  /** Why something about a namespace is open. */
  static String unknown(String namespace) {
    return "the labels of the namespace %s are declared elsewhere".formatted(namespace);
  }

  /** {@code namespaceObject} as expressions read it; null for what lies in no namespace. */
  CelValue value(String namespace) {
    if (namespace.isEmpty()) {
      return CelValue.NULL;
    }
    Map<String, CelValue> metadata = new LinkedHashMap<>();
    metadata.put("name", CelValue.of(namespace));
    metadata.put("labels", labels(namespace).map(Namespaces::texts).orElseGet(CelValue::unknown));
    metadata.put("annotations", annotations(namespace));
    return CelValue.mapOf(Map.of("metadata", CelValue.mapOf(metadata)));
  }

  private CelValue annotations(String namespace) {
    Manifest object = declared.get(namespace);
    if (object != null) {
      return texts(Part.of(object).field("metadata", "annotations").textByKey());
    }
    return OF_EVERY_CLUSTER.contains(namespace) ? CelValue.EMPTY_MAP : CelValue.unknown();
  }

  private static CelValue texts(Map<String, String> texts) {
    Map<String, CelValue> values = new LinkedHashMap<>();
    texts.forEach((key, text) -> values.put(key, CelValue.of(text)));
    return CelValue.mapOf(values);
  }
}
