package dev.strake.join.backup;

import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What Velero backs up again and again.
 *
 * @see <a href="https://velero.io/docs/main/api-types/schedule/">Velero: Schedule</a>
 */
final class VeleroSchedules {

  private final List<Part> schedules;

  VeleroSchedules(ObjectSet objects) {
    schedules = objects.all("velero.io", "Schedule").stream().map(Part::of).toList();
  }

  boolean isEmpty() {
    return schedules.isEmpty();
  }

  boolean cover(String namespace) {
    return schedules.stream()
        .anyMatch(schedule -> !isPaused(schedule) && includes(schedule, namespace));
  }

  /** Of a namespace that they do not cover. */
  String whyNot(String namespace) {
    boolean paused = schedules.stream().anyMatch(s -> isPaused(s) && includes(s, namespace));
    return paused
        ? "data in namespace %s is not backed up: its Schedule is paused".formatted(namespace)
        : "data in namespace %s is in no Schedule's backups".formatted(namespace);
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
