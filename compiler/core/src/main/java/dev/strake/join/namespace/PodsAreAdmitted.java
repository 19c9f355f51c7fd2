package dev.strake.join.namespace;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodSecurity.Breach;
import dev.strake.join.PodTemplate;
import dev.strake.join.Violations;
import dev.strake.manifest.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * Pods that the level of their own namespace refuses. What makes them is there then, and they are
 * not.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/security/pod-security-admission/">Kubernetes:
 *     Pod Security admission</a>
 */
final class PodsAreAdmitted implements BundleRule {

  private static final String PREFIX = "pod-security.kubernetes.io/";
  private static final String LATEST = "latest";

  /** A level that pods must keep, and who says so. */
  private record Level(String name, String version, Part place) {}

  @Override
  public String policy() {
    return "namespaces/pods-are-admitted";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    Optional<Part> configuration =
        objects.all("pod-security.admission.config.k8s.io", "PodSecurityConfiguration").stream()
            .findFirst()
            .map(Part::of);
    for (PodTemplate pod : objects.pods()) {
      level(pod.namespace(), configuration, objects)
          .ifPresent(level -> check(pod, level, objects, violations));
    }
  }

  /** Empty where any pod is admitted, or nobody here says. */
  private static Optional<Level> level(
      String namespace, Optional<Part> configuration, ObjectSet objects) {
    boolean exempt =
        configuration.stream()
            .anyMatch(c -> c.field("exemptions", "namespaces").texts().contains(namespace));
    if (exempt) {
      return Optional.empty();
    }
    Optional<Manifest> declared = objects.find("", "Namespace", namespace);
    return declared
        .map(object -> Part.of(object).field("metadata", "labels"))
        .flatMap(labels -> level(labels, PREFIX + "enforce", PREFIX + "enforce-version"))
        .or(
            () ->
                configuration.flatMap(
                    c -> level(c.field("defaults"), "enforce", "enforce-version")))
        .filter(level -> !level.name().equals("privileged"));
  }

  private static Optional<Level> level(Part owner, String enforce, String version) {
    Part place = owner.field(enforce);
    return place
        .text()
        .map(name -> new Level(name, owner.field(version).text().orElse(LATEST), place));
  }

  private static void check(
      PodTemplate pod, Level level, ObjectSet objects, Violations violations) {
    List<Breach> breaches =
        objects.podSecurity().breaches(pod.owner(), level.name(), level.version());
    if (breaches.isEmpty()) {
      return;
    }
    Breach first = breaches.get(0);
    String more = breaches.size() == 1 ? "" : ", and %s more".formatted(breaches.size() - 1);
    violations.add(
        Part.of(pod.owner(), first.path()),
        "%s is %s and refuses these pods: %s%s"
            .formatted(pod.namespace(), level.name(), first.message(), more),
        level.place(),
        "the level is set here");
  }
}
