package dev.strake.sync.desired;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.Bundle;
import dev.strake.bundle.Phase;
import dev.strake.health.HealthRuleReader;
import dev.strake.sync.health.CustomHealth;
import dev.strake.sync.object.ObjectIdentity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The objects that belong together: applied together, and pruned once they are no longer among
 * them.
 *
 * @param name of the set: its cluster's, or one that a user gave a folder
 * @param commit in full, of the sources; empty if they are not all of one commit
 * @param objects each identity once, by phase, then in the order of the bundle
 * @param machines that carry the cluster; none for a set of objects alone
 * @param healthRules of custom kinds, in the place of all other rules for them
 */
public record DesiredSet(
    String name,
    String commit,
    List<DesiredObject> objects,
    Machines machines,
    List<CustomHealth> healthRules) {

  private static final Set<Phase> NO_OBJECTS =
      EnumSet.of(Phase.NODE, Phase.LOAD_BALANCER, Phase.RUNBOOK, Phase.HEALTH);

  public DesiredSet {
    healthRules = List.copyOf(healthRules);
    objects = objects.stream().sorted(Comparator.comparing(DesiredObject::phase)).toList();
  }

  /** Objects alone. */
  public DesiredSet(String name, String commit, List<DesiredObject> objects) {
    this(name, commit, objects, Machines.NONE, List.of());
  }

  /** The objects of a bundle; what is for its hosts is left aside. */
  public static DesiredSet of(Bundle bundle, String commit) {
    List<DesiredObject> objects = new ArrayList<>();
    for (Artifact artifact : bundle.artifacts()) {
      if (!NO_OBJECTS.contains(artifact.phase())) {
        objects.addAll(ArtifactObjects.read(artifact));
      }
    }
    return new DesiredSet(bundle.cluster(), commit, objects, Machines.of(bundle), health(bundle));
  }

  /**
   * @throws IllegalStateException if a rule, which a compiler has read, cannot be read
   */
  private static List<CustomHealth> health(Bundle bundle) {
    List<CustomHealth> rules = new ArrayList<>();
    for (Artifact artifact : bundle.artifacts()) {
      if (artifact.phase() == Phase.HEALTH) {
        HealthRuleReader.read(artifact.file())
            .asOptional()
            .filter(read -> !read.isEmpty())
            .orElseThrow(() -> new IllegalStateException(artifact.path() + " is no rule"))
            .forEach(rule -> rules.add(new CustomHealth(rule)));
      }
    }
    return rules;
  }

  public Optional<DesiredObject> find(ObjectIdentity identity) {
    return Optional.ofNullable(byIdentity().get(identity));
  }

  /** The same by identity. */
  public Map<ObjectIdentity, DesiredObject> byIdentity() {
    Map<ObjectIdentity, DesiredObject> all = new HashMap<>();
    objects.forEach(object -> all.put(object.identity(), object));
    return all;
  }

  /** Whether it defines a kind itself. */
  public boolean defines(String group, String kind) {
    return objects.stream()
        .filter(object -> object.phase() == Phase.CRDS)
        .map(DesiredObject::object)
        .anyMatch(
            definition ->
                definition.text("spec", "group").orElse("").equals(group)
                    && definition.text("spec", "names", "kind").orElse("").equals(kind));
  }

  /** Whether it holds a namespace itself. */
  public boolean hasNamespace(String name) {
    return find(new ObjectIdentity("", "Namespace", "", name)).isPresent();
  }
}
