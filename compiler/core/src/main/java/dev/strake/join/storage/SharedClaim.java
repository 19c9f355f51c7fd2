package dev.strake.join.storage;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.PodTemplate;
import dev.strake.join.Violations;
import dev.strake.manifest.Manifest;
import java.util.List;
import java.util.Optional;

/** Several pods that mount one claim which only one node, or only one pod, can mount. */
final class SharedClaim implements BundleRule {

  @Override
  public String policy() {
    return "storage/shared-claim";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    for (PodTemplate pod : objects.pods()) {
      boolean several = pod.isOf("DaemonSet") || (pod.runsOn() && pod.replicas() > 1);
      for (Part name : several ? Claims.of(pod) : List.<Part>of()) {
        Optional<Manifest> claim =
            objects.find("", "PersistentVolumeClaim", pod.namespace(), name.textOrEmpty());
        claim
            .map(found -> Part.of(found).field("spec", "accessModes"))
            .filter(modes -> isForOne(modes.texts()))
            .ifPresent(
                modes ->
                    violations.add(
                        name,
                        "several pods of %s mount it, and %s lets one node do so"
                            .formatted(pod.owner().ref(), modes.texts().get(0)),
                        modes,
                        "its access modes"));
      }
    }
  }

  private static boolean isForOne(List<String> modes) {
    return !modes.isEmpty()
        && modes.stream().allMatch(m -> m.equals("ReadWriteOnce") || m.equals("ReadWriteOncePod"));
  }
}
