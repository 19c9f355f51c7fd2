package dev.strake.sync.apply;

import dev.strake.sync.desired.DesiredObject;
import dev.strake.sync.object.KubernetesObject;
import dev.strake.sync.object.ObjectIdentity;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentHashMap.KeySetView;

/**
 * What did not come to be in a run, so that nothing is asked for that needs it: its definition, its
 * namespace, or what an object says it depends on.
 */
final class Missing {

  private final Set<ObjectIdentity> failed;
  private final Map<String, ObjectIdentity> kinds = new ConcurrentHashMap<>();

  Missing() {
    KeySetView<ObjectIdentity, Boolean> set = ConcurrentHashMap.newKeySet();
    this.failed = set;
  }

  void add(DesiredObject object) {
    failed.add(object.identity());
    if (Definitions.is(object.identity())) {
      KubernetesObject definition = object.object();
      kinds.put(
          definition.text("spec", "names", "kind").orElse("")
              + "."
              + definition.text("spec", "group").orElse(""),
          object.identity());
    }
  }

  boolean isEmpty() {
    return failed.isEmpty();
  }

  /** What of it an object needs; empty if it can do without. */
  Optional<ObjectIdentity> neededBy(DesiredObject object) {
    ObjectIdentity identity = object.identity();
    ObjectIdentity definition = kinds.get(identity.kind() + "." + identity.group());
    if (definition != null) {
      return Optional.of(definition);
    }
    ObjectIdentity namespace = new ObjectIdentity("", "Namespace", "", identity.namespace());
    if (failed.contains(namespace)) {
      return Optional.of(namespace);
    }
    return object.dependencies().stream().filter(failed::contains).findFirst();
  }
}
