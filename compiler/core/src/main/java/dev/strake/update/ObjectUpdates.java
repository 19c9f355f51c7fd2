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
    for (Update update : updates(before, after)) {
      CHECKS.forEach(check -> check.check(update, sink));
    }
  }

  /**
   * An object that is not what it was.
   *
   * @param before the object as it was
   * @param after the object as it becomes
   */
  public record Change(Manifest before, Manifest after) {}

  /** The objects that are updated, paired as above; what stays as it is, is not among them. */
  public static List<Change> changes(List<Manifest> before, List<Manifest> after) {
    return updates(before, after).stream()
        .filter(update -> !update.changes().isEmpty())
        .map(update -> new Change(update.before(), update.after()))
        .toList();
  }

  private static List<Update> updates(List<Manifest> before, List<Manifest> after) {
    Map<Identity, List<Manifest>> old = byIdentity(before);
    List<Update> updates = new ArrayList<>();
    byIdentity(after)
        .forEach(
            (identity, now) -> {
              List<Manifest> was = old.getOrDefault(identity, List.of());
              for (Manifest manifest : now) {
                earlier(manifest, was, now)
                    .filter(earlier -> !Recreation.isAskedFor(manifest))
                    .map(earlier -> Update.of(earlier, manifest))
                    .ifPresent(updates::add);
              }
            });
    return updates;
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
