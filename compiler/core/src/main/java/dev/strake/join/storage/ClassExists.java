package dev.strake.join.storage;

import dev.strake.join.BundleRule;
import dev.strake.join.ObjectSet;
import dev.strake.join.Part;
import dev.strake.join.Violations;
import dev.strake.manifest.Manifest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A claim of a StorageClass that is not among those that are declared. */
final class ClassExists implements BundleRule {

  private static final String GROUP = "storage.k8s.io";
  private static final String KIND = "StorageClass";

  @Override
  public String policy() {
    return "storage/class-exists";
  }

  @Override
  public void check(ObjectSet objects, Violations violations) {
    List<Manifest> classes = objects.all(GROUP, KIND);
    if (classes.isEmpty()) {
      return;
    }
    String known =
        classes.stream().map(one -> one.ref().name()).sorted().collect(Collectors.joining(", "));
    claims(objects)
        .map(claim -> claim.field("spec", "storageClassName"))
        // The empty name asks for a volume that was made by hand.
        .filter(name -> !name.textOrEmpty().isEmpty())
        .filter(name -> !objects.has(GROUP, KIND, name.textOrEmpty()))
        .forEach(
            name ->
                violations.add(
                    name,
                    "there is no StorageClass " + name.textOrEmpty(),
                    "write one of " + known));
  }

  private static Stream<Part> claims(ObjectSet objects) {
    Stream<Part> own = objects.all("", "PersistentVolumeClaim").stream().map(Part::of);
    Stream<Part> ofSets =
        objects.all("apps", "StatefulSet").stream()
            .flatMap(set -> Part.of(set).field("spec", "volumeClaimTemplates").items().stream());
    return Stream.concat(own, ofSets);
  }
}
