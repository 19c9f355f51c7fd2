package dev.strake.update;

import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The door to this package: objects of one cluster as they were, and as they become. */
public final class ObjectUpdates {

  private static final List<UpdateCheck> CHECKS =
      List.of(new ImmutableField(), new SealedData(), new ClaimShrinks());

  private ObjectUpdates() {}

  /**
   * An object, in whatever version of its group.
   *
   * @param namespace empty if the object does not say
   */
  private record Identity(String group, String kind, String namespace, String name) {
    static Identity of(Manifest manifest) {
      String namespace = manifest.ref().namespace();
      return new Identity(
          Update.group(manifest),
          manifest.ref().kind(),
          namespace == null ? "" : namespace,
          manifest.ref().name());
    }
  }

  /**
   * Reports what the API server refuses, at its place in the later objects; the related place is in
   * the earlier ones. Of several objects of one name, as overlays have them, those in the same file
   * belong together; the others, and objects without a name, are passed over.
   */
  public static void check(List<Manifest> before, List<Manifest> after, DiagnosticSink sink) {
    Map<Identity, List<Manifest>> old = byIdentity(before);
    byIdentity(after)
        .forEach(
            (identity, now) -> {
              List<Manifest> was = old.getOrDefault(identity, List.of());
              for (Manifest manifest : now) {
                earlier(manifest, was, now)
                    .filter(earlier -> !Recreation.isAskedFor(manifest))
                    .map(earlier -> Update.of(earlier, manifest))
                    .ifPresent(update -> CHECKS.forEach(check -> check.check(update, sink)));
              }
            });
  }

  private static Map<Identity, List<Manifest>> byIdentity(List<Manifest> manifests) {
    Map<Identity, List<Manifest>> found = new LinkedHashMap<>();
    for (Manifest manifest : manifests) {
      if (!manifest.ref().name().isEmpty()) {
        found.computeIfAbsent(Identity.of(manifest), key -> new ArrayList<>()).add(manifest);
      }
    }
    return found;
  }

  private static Optional<Manifest> earlier(
      Manifest manifest, List<Manifest> was, List<Manifest> now) {
    if (was.size() == 1 && now.size() == 1) {
      return Optional.of(was.get(0));
    }
    String file = manifest.root().file().path();
    List<Manifest> same = inFile(was, file);
    return same.size() == 1 && inFile(now, file).size() == 1
        ? Optional.of(same.get(0))
        : Optional.empty();
  }

  private static List<Manifest> inFile(List<Manifest> manifests, String path) {
    return manifests.stream().filter(one -> one.root().file().path().equals(path)).toList();
  }
}
