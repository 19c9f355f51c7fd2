package dev.strake.policy;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.source.SourceRange;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One mapping of a policy's document, read field by field; what does not fit is reported. */
final class PolicyFields {

  static final Code INVALID = Code.error("policy/invalid");

  private final YamlMapping mapping;
  private final SourceRange place;
  private final NodePath path;
  private final DiagnosticSink sink;
  private final Set<String> known = new TreeSet<>();

  /**
   * @param place that stands for the mapping as a whole: its key
   */
  PolicyFields(YamlMapping mapping, SourceRange place, NodePath path, DiagnosticSink sink) {
    this.mapping = mapping;
    this.place = place;
    this.path = path;
    this.sink = sink;
  }

  /** A text that has to be there; the empty text if it is not. */
  String text(String name) {
    Optional<String> text = optionalText(name);
    if (text.isEmpty() && mapping.get(name).isEmpty()) {
      missing(name);
    }
    return text.orElse("");
  }

  Optional<String> optionalText(String name) {
    return scalar(name).map(YamlScalar::text).map(String::strip);
  }

  /** A string that is not blank. */
  Optional<YamlScalar> scalar(String name) {
    Optional<YamlNode> node = get(name);
    Optional<YamlScalar> scalar = node.flatMap(PolicyFields::string);
    if (node.isPresent() && scalar.isEmpty()) {
      wrongType(name, node.get(), "a string that is not empty");
    }
    return scalar;
  }

  /** Strings; none if the field is absent. */
  List<YamlScalar> strings(String name) {
    List<YamlScalar> strings = new ArrayList<>();
    for (YamlNode item : items(name)) {
      Optional<YamlScalar> text = string(item);
      text.ifPresent(strings::add);
      if (text.isEmpty()) {
        wrongType(name, item, "a string that is not empty");
      }
    }
    return strings;
  }

  /** The items of a list; none if the field is absent. */
  List<YamlNode> items(String name) {
    Optional<YamlNode> node = get(name);
    if (node.isPresent() && !(node.get() instanceof YamlSequence)) {
      wrongType(name, node.get(), "a list");
    }
    return mapping.sequence(name).map(YamlSequence::items).orElse(List.of());
  }

  /** A mapping that has to be there. */
  Optional<PolicyFields> section(String name) {
    Optional<YamlNode> node = get(name);
    if (node.isEmpty()) {
      missing(name);
    } else if (!(node.get() instanceof YamlMapping)) {
      wrongType(name, node.get(), "a mapping");
    }
    return mapping.mapping(name).map(m -> new PolicyFields(m, keyOf(name), path.key(name), sink));
  }

  /** The items of a list of mappings; none if the field is absent. */
  List<PolicyFields> sections(String name) {
    List<PolicyFields> sections = new ArrayList<>();
    List<YamlNode> items = items(name);
    for (int i = 0; i < items.size(); i++) {
      item(name, i, items.get(i)).ifPresent(sections::add);
    }
    return sections;
  }

  /** An item as fields, if it is a mapping; reported if not. */
  Optional<PolicyFields> item(String name, int index, YamlNode item) {
    if (item instanceof YamlMapping m) {
      return Optional.of(new PolicyFields(m, firstKey(m), path.key(name).index(index), sink));
    }
    wrongType(name, item, "a mapping");
    return Optional.empty();
  }

  private static SourceRange firstKey(YamlMapping mapping) {
    return mapping.entries().isEmpty() ? mapping.range() : mapping.entries().get(0).key().range();
  }

  Optional<YamlNode> get(String name) {
    known.add(name);
    return mapping.get(name);
  }

  /** To be called when all fields have been read: reports those that nobody asked for. */
  void refuseOthers() {
    for (YamlEntry entry : mapping.entries()) {
      if (!known.contains(entry.name())) {
        sink.report(
            Diagnostic.of(
                    INVALID, entry.key().range(), "there is no field " + entry.name() + " here")
                .withPath(path.key(entry.name()).pointer())
                .withHelp("the fields are " + String.join(", ", known)));
      }
    }
  }

  /** Reports the value of a field; if it is absent, the mapping that it should be in. */
  void invalid(String name, String message, String help) {
    SourceRange range =
        mapping
            .get(name)
            .map(node -> node instanceof YamlScalar ? node.range() : keyOf(name))
            .orElse(place);
    invalid(name, range, message, help);
  }

  void invalid(String name, SourceRange range, String message, String help) {
    sink.report(
        Diagnostic.of(INVALID, range, message).withPath(path.key(name).pointer()).withHelp(help));
  }

  DiagnosticSink sink() {
    return sink;
  }

  NodePath path(String name) {
    return path.key(name);
  }

  private void missing(String name) {
    sink.report(
        Diagnostic.of(INVALID, place, "the field " + name + " is missing")
            .withPath(path.pointer()));
  }

  private void wrongType(String name, YamlNode node, String wanted) {
    sink.report(
        Diagnostic.of(
                INVALID,
                node.range(),
                "%s must be %s, not %s".formatted(name, wanted, describe(node)))
            .withPath(path.key(name).pointer()));
  }

  private static String describe(YamlNode node) {
    boolean blank = node instanceof YamlScalar scalar && scalar.isString();
    return blank ? "an empty string" : node.description();
  }

  private SourceRange keyOf(String name) {
    return mapping.entry(name).map(entry -> entry.key().range()).orElse(place);
  }

  private static Optional<YamlScalar> string(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.isString() && !scalar.text().isBlank()
        ? Optional.of(scalar)
        : Optional.empty();
  }
}
