package dev.strake.kustomize;

import static dev.strake.kustomize.KustomizationFile.items;
import static dev.strake.kustomize.KustomizationFile.mappings;
import static dev.strake.kustomize.KustomizationFile.texts;
import static dev.strake.kustomize.KustomizationFile.values;

import dev.strake.kustomize.Reference.Kind;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlScalar;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that Kustomize reads because a file names it.
 *
 * @see <a
 *     href="https://github.com/kubernetes-sigs/kustomize/blob/master/api/types/kustomization.go">Kustomization</a>
 */
final class References {

  private static final List<String> FILES = List.of("crds", "configurations");
  private static final List<String> RESOURCES = List.of("resources", "bases");
  private static final List<String> HOLDERS = List.of("patches", "patchesJson6902", "replacements");
  private static final List<String> GENERATORS = List.of("configMapGenerator", "secretGenerator");

  static final List<String> PLUGINS = List.of("generators", "transformers", "validators");

  private References() {}

  /** Of a Kustomization, in no particular order. */
  static List<Reference> of(YamlMapping root) {
    return Stream.of(
            listed(root, Kind.RESOURCE, RESOURCES),
            listed(root, Kind.COMPONENT, List.of("components")),
            listed(root, Kind.PLUGIN, PLUGINS),
            listed(root, Kind.FILE, FILES),
            patches(texts(items(root, "patchesStrategicMerge"))),
            HOLDERS.stream().flatMap(name -> paths(mappings(items(root, name)))),
            paths(mappings(values(root, "openapi"))),
            GENERATORS.stream()
                .flatMap(name -> mappings(items(root, name)))
                .flatMap(References::ofGenerator))
        .flatMap(references -> references)
        .toList();
  }

  /**
   * Of the configuration of a generator or transformer that is built in.
   *
   * @see <a href="https://kubectl.docs.kubernetes.io/references/kustomize/builtins/">Built-ins</a>
   */
  static List<Reference> ofPlugin(YamlMapping root) {
    return Stream.of(
            paths(Stream.of(root)),
            patches(texts(items(root, "paths"))),
            paths(mappings(items(root, "replacements"))),
            ofGenerator(root))
        .flatMap(references -> references)
        .toList();
  }

  private static Stream<Reference> listed(YamlMapping root, Kind kind, List<String> fields) {
    return fields.stream()
        .flatMap(field -> texts(items(root, field)))
        .map(node -> Reference.of(kind, node));
  }

  /** Patches in the file itself are no paths. */
  private static Stream<Reference> patches(Stream<YamlScalar> entries) {
    return entries
        .filter(node -> RemoteAddress.isUrl(node.text()) || !InlineText.is(node.text()))
        .map(node -> Reference.of(Kind.FILE, node));
  }

  private static Stream<Reference> paths(Stream<YamlMapping> holders) {
    return texts(holders.flatMap(holder -> values(holder, "path")))
        .map(node -> Reference.of(Kind.FILE, node));
  }

  private static Stream<Reference> ofGenerator(YamlMapping generator) {
    Stream<Reference> files =
        texts(items(generator, "files")).map(node -> file(node, node.text().indexOf('=') + 1));
    Stream<Reference> environments =
        Stream.concat(texts(items(generator, "envs")), texts(values(generator, "env")))
            .map(node -> file(node, 0));
    return Stream.concat(files, environments);
  }

  /** {@code key=path}, or the path alone. */
  private static Reference file(YamlScalar node, int from) {
    return new Reference(Kind.FILE, node, node.text().substring(from));
  }
}
