package dev.strake.update;

import dev.strake.difference.FieldChange;
import dev.strake.difference.FieldChanges;
import dev.strake.manifest.Manifest;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * One object as it was and as it becomes.
 *
 * @param changes the parts that differ
 */
record Update(Manifest before, Manifest after, List<FieldChange> changes) {

  static Update of(Manifest before, Manifest after) {
    return new Update(before, after, FieldChanges.between(before.root(), after.root()));
  }

  /** Empty for the core group. */
  static String group(Manifest manifest) {
    String apiVersion = manifest.ref().apiVersion();
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  boolean isOf(String group, String kind) {
    return after.ref().kind().equals(kind) && group(after).equals(group);
  }

  /** A scalar as Kubernetes reads it; empty if there is none, and for null. */
  static Optional<String> text(Manifest manifest, String... path) {
    return manifest.find(NodePath.of(path)).flatMap(Update::text);
  }

  static Optional<String> text(YamlNode node) {
    return node instanceof YamlScalar scalar && !scalar.isNull()
        ? Optional.of(scalar.value())
        : Optional.empty();
  }
}
