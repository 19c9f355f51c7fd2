package dev.strake.sync.inventory;

import dev.strake.sync.object.KubernetesObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Annotations and labels by which an object asks to be kept: ours, and those of other tools. Who
 * wrote one for another tool meant the object, not the tool, and a set often comes to us from one.
 */
final class KeepMarks {

  private static final List<Mark> MARKS =
      TsvTable.rows("keep-marks.tsv", 3).stream()
          .map(row -> new Mark(row.get(0), row.get(1)))
          .toList();

  private KeepMarks() {}

  /** The first mark of an object, as {@code strake.dev/prune: disabled}. */
  static Optional<String> of(KubernetesObject object) {
    return MARKS.stream()
        .filter(mark -> Stream.of(object.annotations(), object.labels()).anyMatch(mark::isIn))
        .map(Mark::toString)
        .findFirst();
  }

  private record Mark(String key, String value) {
    boolean isIn(Map<String, String> texts) {
      return Arrays.stream(texts.getOrDefault(key, "").split(",", -1))
          .anyMatch(part -> part.strip().equalsIgnoreCase(value));
    }

    @Override
    public String toString() {
      return key + ": " + value;
    }
  }
}
