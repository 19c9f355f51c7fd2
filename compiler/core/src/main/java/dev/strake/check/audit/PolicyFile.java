package dev.strake.check.audit;

import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.source.SourceFile;
import dev.strake.value.RelativePath;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlReader;
import dev.strake.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The audit policy that a spec names, as a file of YAML. */
record PolicyFile(SourceFile file, List<YamlDocument> documents) {

  /**
   * Empty if the spec names none, or one that is missing.
   *
   * @param sink for what is no YAML
   */
  static Optional<PolicyFile> of(ResolvedCluster cluster, DiagnosticSink sink) {
    RelativePath path = cluster.spec().spec().controlPlane().apiServer().audit().policy();
    return Optional.ofNullable(path)
        .flatMap(cluster.files()::file)
        .map(
            file ->
                new PolicyFile(file, YamlReader.withDefaultLimits().read(file, sink).documents()));
  }

  /** The policy, if the file is one document that is a mapping. */
  Optional<YamlMapping> policy() {
    return documents.size() == 1 && documents.get(0).root() instanceof YamlMapping policy
        ? Optional.of(policy)
        : Optional.empty();
  }

  /** The rules in their order; what is no mapping is left out. */
  static List<YamlMapping> rules(YamlMapping policy) {
    return mappings(policy, "rules").toList();
  }

  static Stream<YamlMapping> mappings(YamlMapping section, String field) {
    return items(section, field).filter(YamlMapping.class::isInstance).map(YamlMapping.class::cast);
  }

  static List<String> texts(YamlMapping section, String field) {
    return scalars(section, field).map(YamlScalar::value).toList();
  }

  static Stream<YamlScalar> scalars(YamlMapping section, String field) {
    return items(section, field).filter(YamlScalar.class::isInstance).map(YamlScalar.class::cast);
  }

  private static Stream<YamlNode> items(YamlMapping section, String field) {
    return section.sequence(field).stream().flatMap(list -> list.items().stream());
  }
}
