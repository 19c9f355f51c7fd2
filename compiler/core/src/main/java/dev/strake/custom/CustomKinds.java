package dev.strake.custom;

import dev.strake.manifest.Manifest;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds that the CustomResourceDefinitions of some inputs declare. */
public final class CustomKinds {

  public static final CustomKinds NONE = new CustomKinds(Map.of());

  private static final String DEFINITION = "CustomResourceDefinition";
  private static final String API_VERSION = "apiextensions.k8s.io/v1";

  /** By group and kind, then by version. */
  private final Map<String, Map<String, CustomKind>> kinds;

  private CustomKinds(Map<String, Map<String, CustomKind>> kinds) {
    this.kinds = kinds;
  }

  /** Of the definitions among some objects; of two for one kind, the first counts. */
  public static CustomKinds of(Collection<Manifest> manifests) {
    Map<String, Map<String, CustomKind>> kinds = new LinkedHashMap<>();
    manifests.stream()
        .filter(CustomKinds::isDefinition)
        .forEach(definition -> add(definition, kinds));
    return new CustomKinds(kinds);
  }

  private static boolean isDefinition(Manifest manifest) {
    return manifest.ref().kind().equals(DEFINITION)
        && manifest.ref().apiVersion().equals(API_VERSION);
  }

  private static void add(Manifest definition, Map<String, Map<String, CustomKind>> kinds) {
    Optional<YamlMapping> spec = definition.root().mapping("spec");
    Optional<String> group = spec.flatMap(s -> s.string("group"));
    Optional<YamlMapping> names = spec.flatMap(s -> s.mapping("names"));
    Optional<String> kind = names.flatMap(n -> n.string("kind"));
    String plural = names.flatMap(n -> n.string("plural")).orElse("");
    if (group.isEmpty() || kind.isEmpty()) {
      return;
    }
    Map<String, CustomKind> versions = new LinkedHashMap<>();
    boolean namespaced = !spec.get().string("scope").equals(Optional.of("Cluster"));
    for (YamlNode item :
        spec.get().sequence("versions").map(YamlSequence::items).orElse(List.of())) {
      if (item instanceof YamlMapping version) {
        version
            .string("name")
            .ifPresent(
                name ->
                    versions.putIfAbsent(
                        name,
                        new CustomKind(
                            group.get(),
                            name,
                            kind.get(),
                            plural,
                            namespaced,
                            isTrue(version, "served"),
                            deprecation(version, group.get() + "/" + name, kind.get()),
                            schema(version),
                            definition)));
      }
    }
    kinds.putIfAbsent(key(group.get(), kind.get()), versions);
  }

  private static @Nullable CustomSchema schema(YamlMapping version) {
    return version
        .mapping("schema")
        .flatMap(schema -> schema.mapping("openAPIV3Schema"))
        .map(CustomSchema::new)
        .orElse(null);
  }

  private static @Nullable String deprecation(YamlMapping version, String apiVersion, String kind) {
    return isTrue(version, "deprecated")
        ? version
            .string("deprecationWarning")
            .orElse("%s %s is deprecated".formatted(apiVersion, kind))
        : null;
  }

  private static boolean isTrue(YamlMapping mapping, String field) {
    return mapping.scalar(field).map(YamlScalar::value).equals(Optional.of("true"));
  }

  /** The versions of a kind, in the order of its definition; empty if nobody declares it. */
  public List<CustomKind> versions(String apiVersion, String kind) {
    return List.copyOf(kinds.getOrDefault(key(group(apiVersion), kind), Map.of()).values());
  }

  /** Where the definition names the kind. */
  static NodePath declaration() {
    return NodePath.of("spec", "names", "kind");
  }

  private static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  private static String key(String group, String kind) {
    return kind + "." + group;
  }
}
