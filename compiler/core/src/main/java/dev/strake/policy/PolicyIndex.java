package dev.strake.policy;

import dev.strake.diagnostic.ObjectRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** From an object's kind to the policies that judge it: others cost nothing. */
final class PolicyIndex {

  /**
   * @param kind one of the policy's
   */
  private record Entry(ObjectKind kind, CompiledPolicy policy) {}

  /** What a policy can see of an object before it looks into it. */
  private record Shape(String apiVersion, String kind, boolean makesPods) {}

  private final Map<String, List<Entry>> byKind;
  private final List<CompiledPolicy> ofPods;
  private final Map<Shape, List<CompiledPolicy>> found = new ConcurrentHashMap<>();

  private PolicyIndex(Map<String, List<Entry>> byKind, List<CompiledPolicy> ofPods) {
    this.byKind = byKind;
    this.ofPods = ofPods;
  }

  /** Keeps the policies' order. */
  static PolicyIndex of(List<CompiledPolicy> policies) {
    Map<String, List<Entry>> byKind = new HashMap<>();
    for (CompiledPolicy policy : policies) {
      for (ObjectKind kind : policy.policy().kinds()) {
        byKind.computeIfAbsent(kind.kind(), k -> new ArrayList<>()).add(new Entry(kind, policy));
      }
    }
    return new PolicyIndex(
        byKind,
        policies.stream().filter(policy -> PodTemplates.isAboutAll(policy.policy())).toList());
  }

  boolean has(ObjectKind kind) {
    return byKind.getOrDefault(kind.kind(), List.of()).stream()
        .anyMatch(entry -> entry.kind().equals(kind));
  }

  /** The policies that judge an object, in their order. */
  List<CompiledPolicy> find(ObjectRef object, boolean makesPods) {
    return found.computeIfAbsent(
        new Shape(object.apiVersion(), object.kind(), makesPods), shape -> look(object, makesPods));
  }

  private List<CompiledPolicy> look(ObjectRef object, boolean makesPods) {
    List<CompiledPolicy> found =
        byKind.getOrDefault(object.kind(), List.of()).stream()
            .filter(entry -> entry.kind().matches(object))
            .map(Entry::policy)
            .toList();
    if (!makesPods || found.containsAll(ofPods)) {
      return found;
    }
    return Stream.concat(found.stream(), ofPods.stream())
        .distinct()
        .sorted(Comparator.comparing(policy -> policy.policy().id()))
        .toList();
  }
}
