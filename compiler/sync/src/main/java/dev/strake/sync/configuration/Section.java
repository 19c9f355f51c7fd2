package dev.strake.sync.configuration;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.DidYouMean;
import dev.strake.source.SourceRange;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.ScalarType;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A mapping of the file that is taken apart field by field. What is asked for and is wrong is
 * reported where it stands; what is there and nobody has asked for is reported by {@link #end}.
 */
final class Section {

  /** Every mistake in an agent's configuration. */
  static final Code INVALID = Code.error("sync/agent-configuration");

  private final YamlMapping mapping;
  private final NodePath path;
  private final SourceRange place;
  private final DiagnosticSink sink;
  private final Set<String> known = new LinkedHashSet<>();

  /**
   * @param place to name when something is missing
   */
  Section(YamlMapping mapping, NodePath path, SourceRange place, DiagnosticSink sink) {
    this.mapping = mapping;
    this.path = path;
    this.place = place;
    this.sink = sink;
  }

  /** Reports a mistake in a field's value, or where the field should be. */
  void report(String name, String message, String help) {
    SourceRange range =
        mapping.get(name).map(YamlNode::range).orElseGet(() -> at(name).orElse(place));
    sink.report(
        Diagnostic.of(INVALID, range, message).withPath(path.key(name).pointer()).withHelp(help));
  }

  private Optional<SourceRange> at(String name) {
    return mapping.entry(name).map(entry -> entry.key().range());
  }

  boolean has(String name) {
    known.add(name);
    return mapping.get(name).filter(node -> !isNull(node)).isPresent();
  }

  private static boolean isNull(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.isNull();
  }

  private Optional<YamlNode> node(String name) {
    return has(name) ? mapping.get(name) : Optional.empty();
  }

  /** A text that is not empty; empty also if it is none, which is reported. */
  Optional<String> text(String name) {
    Optional<YamlNode> node = node(name);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (node.get() instanceof YamlScalar scalar && scalar.isString() && !scalar.text().isBlank()) {
      return Optional.of(scalar.text());
    }
    report(
        name,
        "%s is %s, and must be a text".formatted(name, node.get().description()),
        "write it in quotes");
    return Optional.empty();
  }

  /** Reports a field that is missing. */
  void require(String name, String example) {
    if (!has(name)) {
      report(name, name + " is missing", "write %s: %s".formatted(name, example));
    }
  }

  /** A text if it is one; nothing is reported. */
  Optional<String> glance(String name) {
    return mapping.string(name);
  }

  /**
   * A text that means something.
   *
   * @param reading throws IllegalArgumentException with the reason if it means nothing
   */
  <T> Optional<T> read(String name, String example, Function<String, T> reading) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.apply(text.get()));
    } catch (IllegalArgumentException e) {
      report(
          name,
          "%s is not what it must be: %s".formatted(name, e.getMessage()),
          "write such as " + example);
      return Optional.empty();
    }
  }

  boolean flag(String name) {
    Optional<YamlNode> node = node(name);
    if (node.isEmpty()) {
      return false;
    }
    if (node.get() instanceof YamlScalar scalar && scalar.type() == ScalarType.BOOLEAN) {
      return scalar.booleanValue();
    }
    report(name, name + " must be true or false", "write %s: true".formatted(name));
    return false;
  }

  int number(String name, int byDefault, int least, int most) {
    Optional<YamlNode> node = node(name);
    if (node.isEmpty()) {
      return byDefault;
    }
    if (node.get() instanceof YamlScalar scalar && scalar.type() == ScalarType.INTEGER) {
      long value = scalar.longValue();
      if (value >= least && value <= most) {
        return (int) value;
      }
    }
    report(
        name,
        "%s must be a number from %s to %s".formatted(name, least, most),
        "write %s: %s".formatted(name, byDefault));
    return byDefault;
  }

  Optional<Section> section(String name) {
    Optional<YamlNode> node = node(name);
    if (node.isPresent() && node.get() instanceof YamlMapping inner) {
      SourceRange key = at(name).orElse(place);
      return Optional.of(new Section(inner, path.key(name), key, sink));
    }
    node.ifPresent(
        wrong ->
            report(
                name,
                "%s is %s, and must be a mapping".formatted(name, wrong.description()),
                "write its fields below it, two blanks further in"));
    return Optional.empty();
  }

  /** Those of a list; what in it is no mapping is reported and left out. */
  List<Section> sections(String name) {
    List<Section> sections = new ArrayList<>();
    int position = 0;
    for (YamlNode item : items(name)) {
      NodePath at = path.key(name).index(position++);
      if (item instanceof YamlMapping inner) {
        sections.add(new Section(inner, at, item.range(), sink));
      } else {
        sink.report(
            Diagnostic.of(INVALID, item.range(), "an item of " + name + " must be a mapping")
                .withPath(at.pointer()));
      }
    }
    return sections;
  }

  /** The texts of a list; what in it is no text is reported and left out. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    int position = 0;
    for (YamlNode item : items(name)) {
      NodePath at = path.key(name).index(position++);
      if (item instanceof YamlScalar scalar && scalar.isString() && !scalar.text().isBlank()) {
        texts.add(scalar.text());
      } else {
        sink.report(
            Diagnostic.of(INVALID, item.range(), "an item of " + name + " must be a text")
                .withPath(at.pointer()));
      }
    }
    return texts;
  }

  private List<YamlNode> items(String name) {
    Optional<YamlNode> node = node(name);
    if (node.isPresent() && node.get() instanceof YamlSequence sequence) {
      return sequence.items();
    }
    if (node.isPresent()) {
      report(name, name + " must be a list", "write each item on a line that begins with a hyphen");
    }
    return List.of();
  }

  /** Reports what nobody has asked for. */
  void end() {
    for (YamlEntry entry : mapping.entries()) {
      if (!known.contains(entry.name())) {
        String help =
            DidYouMean.of(entry.name(), known)
                .map(name -> "did you mean " + name + "?")
                .orElse("there are " + String.join(", ", known));
        sink.report(
            Diagnostic.of(INVALID, entry.key().range(), "there is no field " + entry.name())
                .withPath(path.key(entry.name()).pointer())
                .withHelp(help));
      }
    }
  }
}
