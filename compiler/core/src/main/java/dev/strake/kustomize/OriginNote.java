package dev.strake.kustomize;

import dev.strake.manifest.Manifest;
import dev.strake.source.SourceFile;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlReader;
import dev.strake.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What Kustomize notes on an object about where it is from.
 *
 * @param path of the file that the object stands in, or of the Kustomization that generates it;
 *     from the repository's root
 * @param generated whether it is the latter
 */
record OriginNote(String path, boolean generated) {

  static final String OPTION = "originAnnotations";

  private static final String ANNOTATION = "config.kubernetes.io/origin";
  private static final List<String> NOTES =
      List.of(ANNOTATION, "alpha.config.kubernetes.io/transformations");

  /** Empty if there is none, or none that leads to a file of the repository. */
  static Optional<OriginNote> on(Manifest object) {
    return text(object.root()).flatMap(OriginNote::read);
  }

  private static Optional<String> text(YamlMapping root) {
    return annotations(root).flatMap(annotations -> annotations.string(ANNOTATION));
  }

  private static Optional<YamlMapping> annotations(YamlMapping root) {
    return root.mapping("metadata").flatMap(metadata -> metadata.mapping("annotations"));
  }

  private static Optional<OriginNote> read(String text) {
    List<YamlDocument> documents =
        YamlReader.withDefaultLimits().read(SourceFile.of(ANNOTATION, text), f -> {}).documents();
    if (documents.size() != 1 || !(documents.get(0).root() instanceof YamlMapping note)) {
      return Optional.empty();
    }
    Optional<String> file = note.string("path");
    return file.or(() -> note.string("configuredIn"))
        .flatMap(BuildInput::pathInRepository)
        .map(path -> new OriginNote(path, file.isEmpty()));
  }

  /** The object with paths in its notes as if ours had not been built around it. */
  static YamlMapping withPathsFrom(String folder, YamlMapping root) {
    IdentityHashMap<YamlScalar, String> renamed = new IdentityHashMap<>();
    NOTES.stream()
        .flatMap(name -> annotations(root).flatMap(notes -> notes.scalar(name)).stream())
        .forEach(note -> renamed.put(note, BuildInput.withPathsFrom(folder, note.text())));
    return (YamlMapping) new TextReplacement(renamed).in(root);
  }

  /** The object without the note, as it is when nobody asks for one. */
  static YamlMapping without(YamlMapping root) {
    return changed(
        root,
        "metadata",
        metadata -> changed(metadata, "annotations", notes -> dropped(notes, ANNOTATION)));
  }

  /** A way to change a mapping. */
  private interface Change {
    YamlMapping of(YamlMapping mapping);
  }

  /** With the mapping of a name changed, or without it if nothing is left of it. */
  private static YamlMapping changed(YamlMapping mapping, String name, Change change) {
    List<YamlEntry> entries = new ArrayList<>();
    for (YamlEntry entry : mapping.entries()) {
      boolean meant = entry.name().equals(name);
      YamlNode value =
          meant && entry.value() instanceof YamlMapping inner ? change.of(inner) : entry.value();
      boolean emptied = meant && value instanceof YamlMapping left && left.entries().isEmpty();
      if (!emptied) {
        entries.add(new YamlEntry(entry.key(), entry.name(), value));
      }
    }
    return with(mapping, entries);
  }

  private static YamlMapping dropped(YamlMapping mapping, String name) {
    return with(
        mapping, mapping.entries().stream().filter(entry -> !entry.name().equals(name)).toList());
  }

  private static YamlMapping with(YamlMapping mapping, List<YamlEntry> entries) {
    return new YamlMapping(mapping.file(), mapping.start(), mapping.end(), entries);
  }
}
