package dev.strake.policy;

import dev.strake.diagnostic.ObjectRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** From an object's kind to the policies that judge it: others cost nothing. */
final class PolicyIndex {

  /**
   * @param kind the one of the policy's kinds that the object is of
   */
  record Entry(ObjectKind kind, CompiledPolicy policy) {}

  private final Map<String, List<Entry>> byKind;

  private PolicyIndex(Map<String, List<Entry>> byKind) {
    this.byKind = byKind;
  }

  /** Keeps the policies' order. */
  static PolicyIndex of(List<CompiledPolicy> policies) {
    Map<String, List<Entry>> byKind = new HashMap<>();
    for (CompiledPolicy policy : policies) {
      for (ObjectKind kind : policy.policy().kinds()) {
        byKind.computeIfAbsent(kind.kind(), k -> new ArrayList<>()).add(new Entry(kind, policy));
      }
    }
    return new PolicyIndex(byKind);
  }

  boolean has(ObjectKind kind) {
    return byKind.getOrDefault(kind.kind(), List.of()).stream()
        .anyMatch(entry -> entry.kind().equals(kind));
  }

  List<Entry> find(ObjectRef object) {
    return byKind.getOrDefault(object.kind(), List.of()).stream()
        .filter(entry -> entry.kind().matches(object))
        .toList();
  }
}
