package dev.strake.difference;

import dev.strake.bundle.Artifact;
import dev.strake.diagnostic.ObjectRef;
import dev.strake.manifest.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A document of a changed file that is not what it was.
 *
 * @param kind of the change
 * @param fields what differs in a document that was there before; empty for the others
 */
public record ObjectChange(ObjectRef object, FileChange.Kind kind, List<FieldChange> fields) {

  public ObjectChange {
    fields = List.copyOf(fields);
  }

  /** Of a file's documents, those that differ, in the order of the file. */
  public static List<ObjectChange> of(FileChange file) {
    Map<ObjectRef, Manifest> before = documents(file.before());
    Map<ObjectRef, Manifest> after = documents(file.after());
    List<ObjectChange> changes = new ArrayList<>();
    after.forEach(
        (ref, document) -> {
          Manifest was = before.get(ref);
          if (was == null) {
            changes.add(new ObjectChange(ref, FileChange.Kind.ADDED, List.of()));
            return;
          }
          List<FieldChange> fields = FieldChanges.between(was.root(), document.root());
          if (!fields.isEmpty()) {
            changes.add(new ObjectChange(ref, FileChange.Kind.CHANGED, fields));
          }
        });
    before.keySet().stream()
        .filter(ref -> !after.containsKey(ref))
        .forEach(ref -> changes.add(new ObjectChange(ref, FileChange.Kind.REMOVED, List.of())));
    return changes;
  }

  private static Map<ObjectRef, Manifest> documents(@Nullable Artifact file) {
    Map<ObjectRef, Manifest> documents = new LinkedHashMap<>();
    if (file != null) {
      file.documents().forEach(document -> documents.put(document.ref(), document));
    }
    return documents;
  }
}
