package dev.strake.join.backup;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;
import dev.strake.manifest.Manifest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A namespace with data that no Schedule of Velero backs up. */
final class VeleroCoverage implements BundleRule {

  private static final String GROUP = "velero.io";

  @Override
  public String policy() {
    return "backup/velero-coverage";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    List<Part> schedules = objects.all(GROUP, "Schedule").stream().map(Part::of).toList();
    // Who has no Velero in a folder of manifests may have something else.
    if (schedules.isEmpty() && !objects.isOfOneCluster()) {
      return;
    }
    data(objects)
        .forEach(
            (namespace, place) -> {
              if (schedules.stream().noneMatch(schedule -> covers(schedule, namespace))) {
                violations.add(place, message(namespace, schedules));
              }
            });
  }

  private static String message(String namespace, List<Part> schedules) {
    boolean paused = schedules.stream().anyMatch(s -> isPaused(s) && includes(s, namespace));
    return paused
        ? "data in namespace %s is not backed up: its Schedule is paused".formatted(namespace)
        : "data in namespace %s is in no Schedule's backups".formatted(namespace);
  }

  /** The first claim of each namespace that has any. */
  private static Map<String, Part> data(ObjectSet objects) {
    Map<String, Part> first = new LinkedHashMap<>();
    for (Manifest claim : objects.all("", "PersistentVolumeClaim")) {
      first.putIfAbsent(ObjectSet.namespace(claim), Part.of(claim).field("metadata", "name"));
    }
    for (Manifest set : objects.all("apps", "StatefulSet")) {
      Part templates = Part.of(set).field("spec", "volumeClaimTemplates");
      if (!templates.items().isEmpty()) {
        first.putIfAbsent(ObjectSet.namespace(set), templates);
      }
    }
    return first;
  }

  private static boolean covers(Part schedule, String namespace) {
    return !isPaused(schedule) && includes(schedule, namespace);
  }

  private static boolean isPaused(Part schedule) {
    return schedule.field("spec", "paused").isTrue();
  }

  private static boolean includes(Part schedule, String namespace) {
    Part template = schedule.field("spec", "template");
    List<String> included = template.field("includedNamespaces").texts();
    List<String> excluded = template.field("excludedNamespaces").texts();
    return (included.isEmpty() || matchesAny(included, namespace))
        && !matchesAny(excluded, namespace);
  }

  private static boolean matchesAny(List<String> globs, String namespace) {
    return globs.stream()
        .map(glob -> Pattern.compile("\\Q" + glob.replace("*", "\\E.*\\Q") + "\\E"))
        .anyMatch(glob -> glob.matcher(namespace).matches());
  }
}
