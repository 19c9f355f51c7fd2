package dev.strake.kustomize;

import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file that describes a Kustomization or a Component.
 *
 * <p>Names are looked up whatever their case is: so does Go, and what Kustomize would follow must
 * not be overlooked here.
 *
 * @param folder that the file is in, from the root of the tree
 */
record KustomizationFile(String folder, SourceFile file, YamlMapping root) {

  /**
   * The names that Kustomize looks for.
   *
   * @see <a
   *     href="https://github.com/kubernetes-sigs/kustomize/blob/master/api/konfig/general.go">RecognizedKustomizationFileNames</a>
   */
  static final List<String> NAMES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  String path() {
    return file.path();
  }

  /** Where a finding about the whole of it stands. */
  SourceRange place() {
    return file.line(1);
  }

  /** Whether it changes what others have, and is nothing by itself. */
  boolean isComponent() {
    return root.string("kind").filter("Component"::equals).isPresent();
  }

  /** The entries of a list with this name. */
  Stream<YamlNode> items(String field) {
    return items(root, field);
  }

  static Stream<YamlNode> items(YamlMapping mapping, String field) {
    return values(mapping, field)
        .filter(YamlSequence.class::isInstance)
        .flatMap(list -> ((YamlSequence) list).items().stream());
  }

  /** The entries that are texts. */
  static Stream<YamlScalar> texts(Stream<YamlNode> nodes) {
    return nodes
        .filter(YamlScalar.class::isInstance)
        .map(YamlScalar.class::cast)
        .filter(scalar -> !scalar.isNull());
  }

  /** The entries that are mappings. */
  static Stream<YamlMapping> mappings(Stream<YamlNode> nodes) {
    return nodes.filter(YamlMapping.class::isInstance).map(YamlMapping.class::cast);
  }

  static Stream<YamlNode> values(YamlMapping mapping, String field) {
    return mapping.entries().stream()
        .filter(entry -> entry.name().equalsIgnoreCase(field))
        .map(YamlEntry::value);
  }
}
