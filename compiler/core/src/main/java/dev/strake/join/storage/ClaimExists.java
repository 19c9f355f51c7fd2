package dev.strake.join.storage;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.join.Violations;

/** A pod that waits for a PersistentVolumeClaim that is not there. */
final class ClaimExists implements BundleRule {

  private static final String KIND = "PersistentVolumeClaim";

  @Override
  public String policy() {
    return "storage/claim-exists";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (PodTemplate pod : objects.pods()) {
      for (Part name : Claims.of(pod)) {
        if (!objects.has("", KIND, pod.namespace(), name.textOrEmpty())
            && !objects.mayHaveOtherPods(pod.namespace())
            && !isOfStatefulSet(name.textOrEmpty(), pod.namespace(), objects)) {
          violations.add(
              name, "there is no %s %s in %s".formatted(KIND, name.textOrEmpty(), pod.namespace()));
        }
      }
    }
  }

  /** Those are named by the template, the set and a number. */
  private static boolean isOfStatefulSet(String claim, String namespace, ObjectSet objects) {
    return objects.all("apps", "StatefulSet", namespace).stream()
        .flatMap(
            set ->
                Part.of(set).field("spec", "volumeClaimTemplates").items().stream()
                    .map(
                        template ->
                            template.field("metadata", "name").textOrEmpty()
                                + "-"
                                + set.ref().name()
                                + "-"))
        .anyMatch(
            start -> claim.startsWith(start) && claim.substring(start.length()).matches("[0-9]+"));
  }
}
