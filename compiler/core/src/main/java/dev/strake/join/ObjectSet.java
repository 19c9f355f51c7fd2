package dev.strake.join;

import dev.strake.manifest.Manifest;
import dev.strake.manifest.PodTemplatePaths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All objects that are meant for one cluster: written, rendered and generated. Immutable.
 *
 * <p>An object that names no namespace is in {@code default}, which is where clients put it.
 */
public final class ObjectSet {

  private static final String DEFAULT = "default";

  /**
   * @param namespace that of objects that lie in none is {@code default} too
   */
  private record Key(String group, String kind, String namespace, String name) {}

  private final Map<String, List<Manifest>> byKind = new HashMap<>();
  private final Map<Key, Manifest> byName = new HashMap<>();
  private final Map<List<String>, List<Manifest>> byNamespace = new HashMap<>();
  private final Map<String, List<PodTemplate>> podsByNamespace = new HashMap<>();
  private final Map<List<String>, List<PodTemplate>> podsByLabel = new HashMap<>();
  private final Map<List<String>, PodTemplate> podsByName = new HashMap<>();
  private final Set<String> namespaces = new HashSet<>();
  private final Set<String> namespacesOfOperators = new HashSet<>();
  private final Set<String> namespacesOfCreators;
  private final List<Manifest> all;
  private final List<PodTemplate> pods;
  private final List<ExternalObject> externals;
  private final boolean ofOneCluster;
  private final PodTemplatePaths paths;
  private final PodSecurity podSecurity;

  private ObjectSet(
      List<Manifest> objects,
      List<ExternalObject> externals,
      PodTemplatePaths paths,
      PodSecurity podSecurity,
      boolean ofOneCluster) {
    this.paths = paths;
    this.podSecurity = podSecurity;
    this.all = List.copyOf(objects);
    this.externals = List.copyOf(externals);
    this.ofOneCluster = ofOneCluster;
    for (Manifest object : objects) {
      String group = group(object);
      String kind = object.ref().kind();
      byKind.computeIfAbsent(group + "/" + kind, k -> new ArrayList<>()).add(object);
      if (PodMakers.mayMakePods(group, kind) && paths.find(object).isEmpty()) {
        namespacesOfOperators.add(namespace(object));
      }
      namespaces.add(namespace(object));
      byNamespace
          .computeIfAbsent(List.of(group, kind, namespace(object)), k -> new ArrayList<>())
          .add(object);
      byName.putIfAbsent(new Key(group, kind, namespace(object), object.ref().name()), object);
    }
    pods = objects.stream().flatMap(object -> PodTemplate.of(object, paths).stream()).toList();
    pods.forEach(this::index);
    namespacesOfCreators = PodCreators.namespaces(this);
  }

  private void index(PodTemplate pod) {
    String namespace = pod.namespace();
    podsByNamespace.computeIfAbsent(namespace, n -> new ArrayList<>()).add(pod);
    podsByName.putIfAbsent(
        List.of(pod.owner().ref().kind(), namespace, pod.owner().ref().name()), pod);
    pod.labels()
        .forEach(
            (key, value) ->
                podsByLabel
                    .computeIfAbsent(List.of(namespace, key, value), l -> new ArrayList<>())
                    .add(pod));
  }

  /**
   * The objects of one cluster.
   *
   * @param externals objects of others that count as being there
   * @param paths which objects make pods
   */
  public static ObjectSet ofCluster(
      List<Manifest> objects, List<ExternalObject> externals, PodTemplatePaths paths) {
    return new ObjectSet(objects, externals, paths, PodSecurity.UNKNOWN, true);
  }

  /** Objects that lie side by side, for who knows which clusters. */
  public static ObjectSet ofFolder(List<Manifest> objects, PodTemplatePaths paths) {
    return new ObjectSet(objects, List.of(), paths, PodSecurity.UNKNOWN, false);
  }

  /** The same objects, and somebody who knows what Pod Security has against them. */
  public ObjectSet with(PodSecurity judge) {
    return new ObjectSet(all, externals, paths, judge, ofOneCluster);
  }

  /** What Pod Security has against pods. */
  public PodSecurity podSecurity() {
    return podSecurity;
  }

  /**
   * Whether all objects are meant for the same cluster, so that they can get in each other's way.
   */
  public boolean isOfOneCluster() {
    return ofOneCluster;
  }

  /** The group of an object's API; the empty text for the core group. */
  public static String group(Manifest object) {
    String apiVersion = object.ref().apiVersion();
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /** Where an object lies. */
  public static String namespace(Manifest object) {
    String namespace = object.ref().namespace();
    return namespace == null ? DEFAULT : namespace;
  }

  /** All of them, in the order in which they were read. */
  public List<Manifest> all() {
    return all;
  }

  /**
   * The objects of a kind, in any version, in the order in which they were read.
   *
   * @param group the empty text for the core group
   */
  public List<Manifest> all(String group, String kind) {
    return byKind.getOrDefault(group + "/" + kind, List.of());
  }

  /** Those of them that lie in a namespace. */
  public List<Manifest> all(String group, String kind, String namespace) {
    return byNamespace.getOrDefault(List.of(group, kind, namespace), List.of());
  }

  /** An object by its name. */
  public Optional<Manifest> find(String group, String kind, String namespace, String name) {
    return Optional.ofNullable(byName.get(new Key(group, kind, namespace, name)));
  }

  /** An object that lies in no namespace, by its name. */
  public Optional<Manifest> find(String group, String kind, String name) {
    return find(group, kind, DEFAULT, name);
  }

  /** Whether an object is declared here or by others. */
  public boolean has(String group, String kind, String namespace, String name) {
    return find(group, kind, namespace, name).isPresent()
        || externals.stream()
            .anyMatch(
                other ->
                    other.kind().equals(kind)
                        && other.name().equals(name)
                        && (other.namespace() == null || other.namespace().equals(namespace)));
  }

  /** Whether an object that lies in no namespace is declared here or by others. */
  public boolean has(String group, String kind, String name) {
    return has(group, kind, DEFAULT, name);
  }

  /**
   * Whether something in a namespace may make pods that nobody here can see: custom resources,
   * whose operators do.
   */
  public boolean mayHaveOtherPods(String namespace) {
    return namespacesOfOperators.contains(namespace);
  }

  /** The same, or a program that runs there may make them, or another repository does. */
  public boolean mayHaveUnseenPods(String namespace) {
    return mayHaveOtherPods(namespace)
        || namespacesOfCreators.contains(namespace)
        || externals.stream().anyMatch(other -> other.makesPodsIn(namespace));
  }

  /** Whether any object lies in a namespace, so that its others would be here too. */
  public boolean knows(String namespace) {
    return namespaces.contains(namespace);
  }

  /** Everything that makes pods. */
  public List<PodTemplate> pods() {
    return pods;
  }

  /** What makes pods in a namespace. */
  public List<PodTemplate> pods(String namespace) {
    return podsByNamespace.getOrDefault(namespace, List.of());
  }

  /** What makes pods in a namespace that a selector takes. */
  public List<PodTemplate> pods(String namespace, LabelSelector selector) {
    // Most pods lack the label, and need not be looked at.
    List<PodTemplate> candidates =
        selector
            .someLabel()
            .map(label -> List.of(namespace, label.getKey(), label.getValue()))
            .map(label -> podsByLabel.getOrDefault(label, List.of()))
            .orElseGet(() -> pods(namespace));
    return candidates.stream().filter(selector::matches).toList();
  }

  /** What makes pods, by its kind and name. */
  public Optional<PodTemplate> pod(String kind, String namespace, String name) {
    return Optional.ofNullable(podsByName.get(List.of(kind, namespace, name)));
  }
}
