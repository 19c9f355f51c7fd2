package dev.strake.api;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The volumes of a pod by name: those that it declares and those that others will add to it. */
final class PodVolumes {

  private final Map<String, Cursor> declared = new HashMap<>();
  private final Set<String> added;

  /**
   * @param added names of the claims that a StatefulSet's templates make volumes of
   */
  PodVolumes(Cursor volumes, Set<String> added) {
    this.added = new HashSet<>(added);
    volumes.items().forEach(volume -> declared.putIfAbsent(volume.field("name").text(), volume));
  }

  static PodVolumes of(Cursor volumes) {
    return new PodVolumes(volumes, Set.of());
  }

  boolean has(String name) {
    return !name.isEmpty() && (added.contains(name) || declared.containsKey(name));
  }

  /** Whether a volume is declared here, and not replaced by a claim. */
  boolean isReplaced(String name) {
    return added.contains(name);
  }

  /** Whether the volume of a name has a source. */
  boolean isOf(String name, String source) {
    Cursor volume = declared.get(name);
    return volume != null && !added.contains(name) && volume.field(source).isSet();
  }

  /** Whether a volume is one of the pod's own and empty at first; one without a source is. */
  boolean isEmptyDir(String name) {
    Cursor volume = declared.get(name);
    return volume != null
        && !added.contains(name)
        && (volume.field("emptyDir").isSet() || VolumeRules.hasNoSource(volume));
  }

  /** Whether a volume may be a block device. */
  boolean isClaim(String name) {
    return added.contains(name)
        || List.of("persistentVolumeClaim", "ephemeral").stream().anyMatch(s -> isOf(name, s));
  }
}
