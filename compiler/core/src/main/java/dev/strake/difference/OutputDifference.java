package dev.strake.difference;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.ArtifactPath;
import dev.strake.bundle.Bundle;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What two outputs differ in.
 *
 * @param changes by path
 */
public record OutputDifference(List<FileChange> changes) {

  public OutputDifference {
    changes = List.copyOf(changes);
  }

  /** A file differs if its text or its mode does; where it came from is no difference. */
  public static OutputDifference between(List<Bundle> before, List<Bundle> after) {
    Map<String, Bundle> left = byName(before);
    Map<String, Bundle> right = byName(after);
    return new OutputDifference(
        Stream.concat(left.keySet().stream(), right.keySet().stream())
            .distinct()
            .sorted()
            .flatMap(name -> changes(name, left.get(name), right.get(name)))
            .toList());
  }

  private static Map<String, Bundle> byName(List<Bundle> bundles) {
    return bundles.stream().collect(Collectors.toMap(Bundle::cluster, Function.identity()));
  }

  private static Stream<FileChange> changes(
      String cluster, @Nullable Bundle before, @Nullable Bundle after) {
    Map<ArtifactPath, Artifact> left = byPath(before);
    Map<ArtifactPath, Artifact> right = byPath(after);
    return Stream.concat(left.keySet().stream(), right.keySet().stream())
        .distinct()
        .sorted()
        .filter(path -> !isSame(left.get(path), right.get(path)))
        .map(path -> new FileChange(cluster, left.get(path), right.get(path)));
  }

  private static Map<ArtifactPath, Artifact> byPath(@Nullable Bundle bundle) {
    Map<ArtifactPath, Artifact> files = new TreeMap<>();
    if (bundle != null) {
      bundle.artifacts().forEach(artifact -> files.put(artifact.path(), artifact));
    }
    return files;
  }

  private static boolean isSame(@Nullable Artifact before, @Nullable Artifact after) {
    return before != null
        && after != null
        && before.mode() == after.mode()
        && Objects.equals(before.text(), after.text());
  }

  /** How many files changed so. */
  public long count(FileChange.Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).count();
  }
}
