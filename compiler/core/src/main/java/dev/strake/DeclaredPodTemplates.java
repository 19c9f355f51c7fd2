package dev.strake;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.manifest.PodTemplatePaths;
import dev.strake.source.SourceRange;
import dev.strake.spec.Bound;
import dev.strake.spec.Cluster;
import dev.strake.spec.Policies.PodTemplateKind;
import dev.strake.value.JsonPointer;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which custom resources make pods, as users say it: in a cluster's spec, or by an annotation of
 * the definition of the kind.
 */
final class DeclaredPodTemplates {

  static final Code POD_TEMPLATE = Code.warning("policy/pod-template");

  private static final String ANNOTATION = "strake.dev/pod-template";
  private static final NodePath PLACE = NodePath.of("metadata", "annotations", ANNOTATION);

  /** A declaration. */
  private record Declared(String group, String kind, NodePath path, SourceRange place) {

    boolean isOf(Manifest object) {
      return object.ref().kind().equals(kind) && object.ref().apiVersion().startsWith(group + "/");
    }
  }

  private final List<Declared> declared = new ArrayList<>();

  private DeclaredPodTemplates() {}

  /**
   * What the definitions among some objects and the spec declare; for a kind, the spec counts.
   *
   * @param sink is told which annotation is no path
   */
  static DeclaredPodTemplates of(
      List<Manifest> objects, Optional<Bound<Cluster>> cluster, DiagnosticSink sink) {
    DeclaredPodTemplates all = new DeclaredPodTemplates();
    objects.stream()
        .filter(object -> object.ref().kind().equals("CustomResourceDefinition"))
        .forEach(definition -> all.addAnnotated(definition, sink));
    cluster.ifPresent(all::addWritten);
    return all;
  }

  private void addAnnotated(Manifest definition, DiagnosticSink sink) {
    Optional<String> text = text(definition, PLACE);
    Optional<String> group = text(definition, NodePath.of("spec", "group"));
    Optional<String> kind = text(definition, NodePath.of("spec", "names", "kind"));
    if (text.isEmpty() || group.isEmpty() || kind.isEmpty()) {
      return;
    }
    JsonPointer.parse(text.get())
        .match(
            path ->
                declared.add(
                    new Declared(group.get(), kind.get(), nodePath(path), definition.place(PLACE))),
            bad -> {
              sink.report(
                  definition
                      .finding(POD_TEMPLATE, PLACE, "the annotation is not " + bad.reason())
                      .withHelp("write where the template of pods lies, such as /spec/template"));
              return false;
            });
  }

  private static Optional<String> text(Manifest object, NodePath path) {
    return object.find(path).flatMap(DeclaredPodTemplates::text);
  }

  private static Optional<String> text(YamlNode node) {
    return node instanceof YamlScalar scalar ? Optional.of(scalar.text()) : Optional.empty();
  }

  private static NodePath nodePath(JsonPointer pointer) {
    return NodePath.of(pointer.keys().toArray(String[]::new));
  }

  private void addWritten(Bound<Cluster> cluster) {
    for (PodTemplateKind kind : cluster.value().spec().policies().podTemplates()) {
      declared.add(
          new Declared(
              kind.apiGroup().toString(),
              kind.kind().toString(),
              nodePath(kind.path()),
              cluster.origins().of(kind, PodTemplateKind::path).range()));
    }
  }

  /** What is known anyway, and these. */
  PodTemplatePaths paths() {
    PodTemplatePaths paths = PodTemplatePaths.KNOWN;
    for (Declared one : declared) {
      paths = paths.with(one.group(), one.kind(), one.path());
    }
    return paths;
  }

  /** Reports objects that have no template where one is declared: no policy on pods judges them. */
  void check(List<Manifest> objects, DiagnosticSink sink) {
    PodTemplatePaths paths = paths();
    for (Manifest object : objects) {
      boolean judged = paths.find(object).isPresent();
      declared.stream()
          .filter(one -> !judged && one.isOf(object))
          .reduce((first, last) -> last)
          .ifPresent(one -> report(object, one, sink));
    }
  }

  private static void report(Manifest object, Declared one, DiagnosticSink sink) {
    boolean other =
        object.find(one.path()).filter(node -> !(node instanceof YamlMapping)).isPresent();
    sink.report(
        object
            .finding(
                POD_TEMPLATE,
                one.path(),
                "%s at %s, so no policy on pods judges it"
                    .formatted(
                        other ? "there is no mapping" : "there is no template",
                        one.path().pointer()))
            .withRelated(one.place(), "the path is declared here")
            .withHelp("correct the path, or take back the declaration"));
  }
}
