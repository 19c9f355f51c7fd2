package dev.strake.generate.manifest;

import dev.strake.bundle.Artifact;
import dev.strake.bundle.FileMode;
import dev.strake.bundle.Phase;
import dev.strake.component.ComponentConfiguration;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.ObjectRef;
import dev.strake.manifest.Manifest;
import dev.strake.resolve.ResolvedCluster;
import dev.strake.source.SourceFile;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlTree;
import dev.strake.yaml.YamlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Users' own objects in the output, each in a file of its own, meaning what they wrote. */
public final class WrittenObjects {

  static final Code SECRET_VALUE = Code.error("compile/secret-value");
  static final Code NOT_APPLIED = Code.warning("compile/not-applied");
  static final Code UNNAMED_OBJECT = Code.error("compile/unnamed-object");

  private WrittenObjects() {}

  /**
   * One file an object; what cannot be compiled is reported and left out.
   *
   * @param scope of the objects' kinds
   */
  public static List<Artifact> generate(
      ResolvedCluster cluster, List<Manifest> written, ObjectScope scope, DiagnosticSink sink) {
    return written.stream()
        .filter(object -> isApplied(object, sink))
        .filter(object -> isNamed(object, sink) && holdsNoSecret(object, sink))
        .map(object -> file(cluster.name(), object, scope.settled(object.ref())))
        .toList();
  }

  /**
   * The objects of a folder that is no cluster's, as one set. Whether its Secrets may have values
   * is for policies to say.
   *
   * @param set its name
   * @param scope of the objects' kinds
   */
  public static List<Artifact> ofSet(
      String set, List<Manifest> written, ObjectScope scope, DiagnosticSink sink) {
    return written.stream()
        .filter(object -> isApplied(object, sink) && isNamed(object, sink))
        .map(object -> file(set, object, scope.settled(object.ref())))
        .toList();
  }

  private static Artifact file(String folder, Manifest object, ObjectRef settled) {
    Phase phase = KindPhases.of(settled);
    var path = ManifestFiles.path(phase, settled);
    String text = YamlWriter.write(tree(object, settled));
    return new Artifact(
        path,
        FileMode.REGULAR,
        phase,
        SourceFile.of(folder + "/" + path, text),
        object.place(NodePath.ROOT),
        List.of(object));
  }

  /** The object as it was written, and with the namespace that it did not name. */
  private static @Nullable Object tree(Manifest object, ObjectRef settled) {
    if (Objects.equals(settled.namespace(), object.ref().namespace())) {
      return YamlTree.of(object.root());
    }
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    for (YamlEntry entry : object.root().entries()) {
      Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
      boolean isMetadata = entry.name().equals("metadata");
      if (isMetadata && entry.value() instanceof YamlMapping written) {
        written.entries().forEach(field -> metadata.put(field.name(), YamlTree.of(field.value())));
        metadata.put("namespace", settled.namespace());
      }
      tree.put(entry.name(), isMetadata ? metadata : YamlTree.of(entry.value()));
    }
    return tree;
  }

  private static boolean isApplied(Manifest object, DiagnosticSink sink) {
    if (!ComponentConfiguration.is(object)) {
      return true;
    }
    sink.report(
        object
            .finding(
                NOT_APPLIED, NodePath.ROOT, object.ref().kind() + " is not applied to a cluster")
            .withHelp("hosts are configured by cluster.yaml; keep this file out of the sources"));
    return false;
  }

  /** An object without any name is no object to the API's rules, which say so. */
  private static boolean isNamed(Manifest object, DiagnosticSink sink) {
    if (!object.ref().name().isEmpty()) {
      return true;
    }
    NodePath generateName = NodePath.of("metadata", "generateName");
    if (object.find(generateName).isPresent()) {
      sink.report(
          object
              .finding(
                  UNNAMED_OBJECT, generateName, "the object would get a new name at every sync")
              .withHelp("write metadata.name: what is in Git must stay the same object"));
    }
    return false;
  }

  private static boolean holdsNoSecret(Manifest object, DiagnosticSink sink) {
    ObjectRef ref = object.ref();
    if (!ref.kind().equals("Secret") || !ref.apiVersion().equals("v1")) {
      return true;
    }
    for (String field : List.of("data", "stringData")) {
      Optional<YamlNode> values = object.root().get(field);
      if (values.isPresent() && holdsValues(values.get())) {
        sink.report(
            object
                .finding(SECRET_VALUE, NodePath.of(field), "a Secret's values do not belong in Git")
                .withHelp(
                    "keep a SealedSecret or ExternalSecret here, or name the Secret under"
                        + " spec.policies.externals; replace the values, which Git's history keeps"));
        return false;
      }
    }
    return true;
  }

  private static boolean holdsValues(YamlNode values) {
    return !(values instanceof YamlMapping mapping) || !mapping.entries().isEmpty();
  }
}
