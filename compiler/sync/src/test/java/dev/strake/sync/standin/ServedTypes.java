package dev.strake.sync.standin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.strake.schema.KindSchema;
import dev.strake.schema.KubernetesSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The kinds of Kubernetes 1.36, and those that definitions add. */
final class ServedTypes {

  private static final List<ServedType> BUILT_IN = builtIn();

  private final Supplier<Stream<JsonNode>> definitions;

  /**
   * @param definitions that are established, whenever they are asked for
   */
  ServedTypes(Supplier<Stream<JsonNode>> definitions) {
    this.definitions = definitions;
  }

  private static List<ServedType> builtIn() {
    List<ServedType> types = new ArrayList<>();
    for (KindSchema kind : KubernetesSchemas.forVersion("1.36").orElseThrow().kinds()) {
      if (!kind.kind().endsWith("List")) {
        types.add(
            new ServedType(
                kind.group(),
                kind.version(),
                kind.kind(),
                kind.plural(),
                kind.namespaced(),
                Shape.of(kind.type())));
      }
    }
    return List.copyOf(types);
  }

  List<ServedType> all() {
    List<ServedType> all = new ArrayList<>(BUILT_IN);
    definitions
        .get()
        .forEach(
            definition -> {
              JsonNode spec = definition.path("spec");
              for (JsonNode version : spec.path("versions")) {
                if (version.path("served").asBoolean()) {
                  all.add(
                      new ServedType(
                          spec.path("group").asText(),
                          version.path("name").asText(),
                          spec.path("names").path("kind").asText(),
                          spec.path("names").path("plural").asText(),
                          spec.path("scope").asText().equals("Namespaced"),
                          Shape.ofDefinition(version.path("schema").path("openAPIV3Schema"))));
                }
              }
            });
    return all;
  }

  Optional<ServedType> find(String group, String version, String plural) {
    return all().stream()
        .filter(type -> type.group().equals(group))
        .filter(type -> type.version().equals(version) && type.plural().equals(plural))
        .findFirst();
  }

  Optional<ServedType> ofKind(String apiVersion, String kind) {
    return all().stream()
        .filter(type -> type.apiVersion().equals(apiVersion) && type.kind().equals(kind))
        .findFirst();
  }
}
