package dev.strake.component;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.source.SourceRange;
import dev.strake.value.GoDuration;
import dev.strake.value.Parsed;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.ScalarType;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document that has passed the decoder, read the way Go reads a struct: what is absent
 * or null is the type's zero value.
 *
 * @param node null if the document does not have the part
 */
record Section(Manifest document, NodePath path, @Nullable YamlNode node, DiagnosticSink sink) {

  static Section of(Manifest document, DiagnosticSink sink) {
    return new Section(document, NodePath.ROOT, document.root(), sink);
  }

  /** Whether it is written and not null. */
  boolean exists() {
    return node != null && !(node instanceof YamlScalar scalar && scalar.isNull());
  }

  /** A field, written or not. */
  Section at(String name) {
    @Nullable YamlNode value =
        node instanceof YamlMapping mapping ? mapping.get(name).orElse(null) : null;
    return new Section(document, path.key(name), value, sink);
  }

  boolean has(String name) {
    return at(name).exists();
  }

  /** The text of a string; empty if it is absent. */
  String text() {
    return node instanceof YamlScalar scalar && scalar.isString() ? scalar.text() : "";
  }

  String text(String name) {
    return at(name).text();
  }

  /** The text of a field, or the component's default if that is empty. */
  String text(String name, String ifEmpty) {
    String text = text(name);
    return text.isEmpty() ? ifEmpty : text;
  }

  OptionalLong number() {
    return node instanceof YamlScalar scalar && scalar.type() == ScalarType.INTEGER
        ? OptionalLong.of(scalar.longValue())
        : OptionalLong.empty();
  }

  /** The number of a field; zero if it is absent. */
  long number(String name) {
    return at(name).number().orElse(0);
  }

  Optional<Boolean> flag(String name) {
    return at(name).node() instanceof YamlScalar scalar && scalar.type() == ScalarType.BOOLEAN
        ? Optional.of(scalar.booleanValue())
        : Optional.empty();
  }

  /** The nanoseconds of a duration; empty if it is absent. */
  OptionalLong nanos(String name) {
    Section at = at(name);
    return at.exists()
        ? GoDuration.parse(at.text())
            .match(d -> OptionalLong.of(d.nanos()), bad -> OptionalLong.empty())
        : OptionalLong.empty();
  }

  /** The elements of a list; none if it is absent. */
  List<Section> items() {
    List<Section> items = new ArrayList<>();
    if (node instanceof YamlSequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        items.add(new Section(document, path.index(i), list.items().get(i), sink));
      }
    }
    return items;
  }

  List<Section> items(String name) {
    return at(name).items();
  }

  /** The names of a mapping, in order. */
  List<String> names() {
    return node instanceof YamlMapping mapping
        ? mapping.entries().stream().map(YamlEntry::name).toList()
        : List.of();
  }

  /** Where a user would look for it. */
  SourceRange place() {
    return document.place(path);
  }

  /** A finding whose message begins with the part's path. */
  Diagnostic finding(Code code, Problem problem) {
    String subject = path.equals(NodePath.ROOT) ? document.ref().kind() : path.toString();
    Diagnostic finding = document.finding(code, path, subject + " " + problem.predicate());
    return problem.help() == null ? finding : finding.withHelp(problem.help());
  }

  void report(Code code, Problem problem) {
    sink.report(finding(code, problem));
  }

  void report(Code code, String predicate) {
    report(code, Problem.of(predicate));
  }

  void report(Code code, Optional<Problem> problem) {
    problem.ifPresent(found -> report(code, found));
  }

  /** Reports what a text is not. */
  <T> void require(Code code, Function<String, Parsed<T>> parser) {
    parser
        .apply(text())
        .match(
            ok -> true,
            bad -> {
              report(code, new Problem("is not " + bad.reason(), bad.help()));
              return false;
            });
  }
}
