package dev.strake.kustomize;

import dev.strake.source.SourceRange;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a value may be from that stands in no resource and in no patch of its shape: the fields of
 * Kustomizations that set values, their inline patches, and the operations of JSON Patch.
 */
final class LiteralPlaces {

  private static final List<String> FIELDS =
      List.of(
          "namespace",
          "images",
          "replicas",
          "labels",
          "commonLabels",
          "commonAnnotations",
          "patches",
          "patchesJson6902",
          "patchesStrategicMerge",
          "transformers",
          "configMapGenerator",
          "secretGenerator");

  /** Texts of one Kustomization, which is asked before those that it builds upon. */
  private final List<List<YamlScalar>> levels;

  private LiteralPlaces(List<List<YamlScalar>> levels) {
    this.levels = levels;
  }

  static LiteralPlaces of(Overlay overlay, Patches patches) {
    List<List<YamlScalar>> levels = new ArrayList<>();
    for (KustomizationFile file : overlay.fromOutside()) {
      List<YamlScalar> texts = new ArrayList<>();
      FIELDS.forEach(
          field ->
              KustomizationFile.values(file.root(), field).forEach(node -> collect(node, texts)));
      levels.add(texts);
    }
    List<YamlScalar> operations = new ArrayList<>();
    patches.operations().forEach(list -> collect(list, operations));
    levels.add(operations);
    return new LiteralPlaces(levels);
  }

  private static void collect(YamlNode node, List<YamlScalar> texts) {
    if (node instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        collect(entry.value(), texts);
      }
    } else if (node instanceof YamlSequence list) {
      list.items().forEach(item -> collect(item, texts));
    } else if (node instanceof YamlScalar scalar && !scalar.isNull()) {
      texts.add(scalar);
    }
  }

  /** The only place where it stands in the outermost Kustomization that has it. */
  Optional<SourceRange> find(String value) {
    if (value.isBlank()) {
      return Optional.empty();
    }
    for (List<YamlScalar> level : levels) {
      List<SourceRange> found =
          level.stream().flatMap(text -> places(text, value).stream()).toList();
      if (!found.isEmpty()) {
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static List<SourceRange> places(YamlScalar text, String value) {
    if (text.value().equals(value) || isVersionOf(text.value(), value)) {
      return List.of(text.range());
    }
    return text.text().indexOf('\n') >= 0 ? inside(text, value) : List.of();
  }

  /** A tag or digest, which Kustomize puts behind the name of an image. */
  private static boolean isVersionOf(String version, String image) {
    return image.endsWith(":" + version) || image.endsWith("@" + version);
  }

  private static List<SourceRange> inside(YamlScalar text, String value) {
    Pattern word = Pattern.compile("(?<![\\w./:-])" + Pattern.quote(value) + "(?![\\w./:-])");
    Matcher matcher = word.matcher(text.file().text()).region(text.start(), text.end());
    List<SourceRange> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(text.file().range(matcher.start(), matcher.end()));
    }
    return found;
  }
}
