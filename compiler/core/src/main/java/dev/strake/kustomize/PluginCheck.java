package dev.strake.kustomize;

import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which generators and transformers may run: those that are part of Kustomize, and of these none
 * that starts a program.
 *
 * @see <a
 *     href="https://github.com/kubernetes-sigs/kustomize/blob/master/api/internal/plugins/builtinhelpers/builtins.go">builtins.go</a>
 */
final class PluginCheck {

  private static final String BUILT_IN = "builtin";

  private static final Set<String> KINDS =
      Set.of(
          "AnnotationsTransformer",
          "ConfigMapGenerator",
          "HashTransformer",
          "IAMPolicyGenerator",
          "ImageTagTransformer",
          "LabelTransformer",
          "LegacyOrderTransformer",
          "NamespaceTransformer",
          "PatchJson6902Transformer",
          "PatchStrategicMergeTransformer",
          "PatchTransformer",
          "PrefixSuffixTransformer",
          "PrefixTransformer",
          "ReplacementTransformer",
          "ReplicaCountTransformer",
          "SecretGenerator",
          "SortOrderTransformer",
          "SuffixTransformer",
          "ValueAddTransformer");

  /** Fields that make Kustomize start Helm. */
  static final List<String> HELM_FIELDS =
      List.of("helmCharts", "helmChartInflationGenerator", "helmGlobals");

  private PluginCheck() {}

  /** What is wrong with a configuration; empty if it may be used. */
  static Optional<String> problem(YamlNode config) {
    if (!(config instanceof YamlMapping mapping)) {
      return Optional.of("the configuration of a generator or transformer is a mapping");
    }
    String kind = mapping.string("kind").orElse("");
    boolean builtIn = mapping.string("apiVersion").filter(BUILT_IN::equals).isPresent();
    if (!builtIn || !KINDS.contains(kind)) {
      return Optional.of(
          "%s is a program of its own, and a check runs none"
              .formatted(kind.isEmpty() ? "this plugin" : kind));
    }
    return isFunction(mapping)
        ? Optional.of("the annotation makes %s a function, which is a program".formatted(kind))
        : Optional.empty();
  }

  /** {@code config.kubernetes.io/function} and its older name. */
  private static boolean isFunction(YamlMapping config) {
    return config
        .mapping("metadata")
        .flatMap(metadata -> metadata.mapping("annotations"))
        .filter(
            annotations ->
                annotations.entries().stream()
                    .map(YamlEntry::name)
                    .anyMatch(name -> name.endsWith("/function")))
        .isPresent();
  }
}
