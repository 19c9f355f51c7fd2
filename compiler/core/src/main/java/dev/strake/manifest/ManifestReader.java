package dev.strake.manifest;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlFile;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the Kubernetes objects in files that users wrote; a List counts as its items. */
public final class ManifestReader {

  static final Code NOT_AN_OBJECT = Code.warning("schema/not-an-object");

  private ManifestReader() {}

  /** The objects of a file, in order. What is none is reported, never dropped in silence. */
  public static List<Manifest> read(YamlFile file, DiagnosticSink sink) {
    List<Manifest> objects = new ArrayList<>();
    for (YamlDocument document : file.documents()) {
      read(document.root(), NodePath.ROOT, sink, objects);
    }
    return objects;
  }

  private static void read(
      YamlNode node, NodePath path, DiagnosticSink sink, List<Manifest> objects) {
    Optional<Manifest> object = Manifest.of(node, null, path);
    if (object.isEmpty()) {
      sink.report(notAnObject(node, path));
      return;
    }
    Optional<YamlSequence> items = items(object.get());
    if (items.isEmpty()) {
      objects.add(object.get());
      return;
    }
    NodePath list = path.key("items");
    for (int i = 0; i < items.get().items().size(); i++) {
      read(items.get().items().get(i), list.index(i), sink, objects);
    }
  }

  /** Every kind has its list kind, and none of them has an object of its own to it. */
  private static Optional<YamlSequence> items(Manifest object) {
    return object.ref().kind().endsWith("List")
        ? object.root().sequence("items")
        : Optional.empty();
  }

  private static Diagnostic notAnObject(YamlNode node, NodePath path) {
    return Diagnostic.of(
            NOT_AN_OBJECT,
            NodePlace.firstLine(node),
            "not a Kubernetes object: it has no apiVersion and kind")
        .withPath(path.pointer())
        .withHelp(
            "if it is something else, keep it out of the sources or name it in .strakeignore");
  }
}
