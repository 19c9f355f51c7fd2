package dev.strake.schema;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.DidYouMean;
import dev.strake.diagnostic.Fix;
import dev.strake.diagnostic.Severity;
import dev.strake.manifest.Manifest;
import dev.strake.source.SourceRange;
import dev.strake.yaml.NewScalar;
import dev.strake.yaml.NodeChanges;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.TextChange;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the structural check of one object finds, said so that its author can act on it. */
public final class Faults {

  public static final Code UNKNOWN_FIELD = Code.error("schema/unknown-field");
  public static final Code WRONG_TYPE = Code.error("schema/wrong-type");
  public static final Code MISSING_FIELD = Code.error("schema/missing-field");
  public static final Code OUT_OF_RANGE = Code.error("schema/out-of-range");
  public static final Code INVALID_VALUE = Code.error("schema/invalid-value");
  public static final Code UNKNOWN_VALUE = Code.error("schema/unknown-value");

  private static final int LONGEST_QUOTE = 60;
  private static final int MOST_LISTED = 12;

  private final Manifest manifest;
  private final DiagnosticSink sink;
  private final boolean strict;

  Faults(Manifest manifest, DiagnosticSink sink) {
    this(manifest, sink, true);
  }

  private Faults(Manifest manifest, DiagnosticSink sink, boolean strict) {
    this.manifest = manifest;
    this.sink = sink;
    this.strict = strict;
  }

  /** For a part that the API server decodes without complaint about unknown fields. */
  Faults withoutStrictness() {
    return new Faults(manifest, sink, false);
  }

  void unknownField(YamlEntry entry, YamlMapping where, NodePath path, ObjectType type) {
    Optional<String> meant =
        DidYouMean.of(entry.name(), type.fieldNames()).filter(name -> where.entry(name).isEmpty());
    Optional<String> sure =
        DidYouMean.only(entry.name(), type.fieldNames()).filter(meant.stream().toList()::contains);
    String effect = strict ? "" : ", which the API server drops without a word";
    Diagnostic finding =
        at(UNKNOWN_FIELD, path, entry.key(), "unknown field " + quoted(entry.name()) + effect)
            .withSeverity(strict ? Severity.ERROR : Severity.WARNING)
            .withHelp(meant.map(Faults::didYouMean).orElseGet(() -> fieldsOf(type)));
    report(
        finding,
        sure.flatMap(
            name ->
                fix("rename it to " + name, NodeChanges.rename(manifest.root(), path, name))
                    .map(Fix::revealing)));
  }

  private static String didYouMean(String name) {
    return "did you mean " + name + "?";
  }

  private static String fieldsOf(ObjectType type) {
    return type.fieldNames().size() <= MOST_LISTED
        ? "the fields here are " + String.join(", ", type.fieldNames())
        : "the API server refuses fields that it does not know";
  }

  void wrongType(YamlNode value, NodePath path, SchemaType expected) {
    String message = path + " must be " + expected.description() + ", not " + value.description();
    Diagnostic finding = at(WRONG_TYPE, path, value, message);
    report(
        ScalarFix.help(value, expected).map(finding::withHelp).orElse(finding),
        ScalarFix.of(value, expected).filter(fix -> isOwn(path, fix)));
  }

  void outOfRange(YamlScalar value, NodePath path, long least, long most) {
    String message =
        "%s must be from %s to %s, but is %s".formatted(path, least, most, shown(value));
    report(at(OUT_OF_RANGE, path, value, message), Optional.empty());
  }

  void invalid(YamlScalar value, NodePath path, SchemaType expected, String help) {
    String shown = expected == SimpleType.BYTES ? "" : ": " + shown(value);
    String message = path + " is not " + expected.description() + shown;
    report(at(INVALID_VALUE, path, value, message).withHelp(help), Optional.empty());
  }

  void notOneOf(YamlScalar value, NodePath path, List<String> allowed) {
    Optional<String> meant = DidYouMean.of(value.text(), allowed);
    List<String> shown = allowed.stream().filter(word -> !word.isEmpty()).toList();
    Diagnostic finding =
        at(UNKNOWN_VALUE, path, value, path + " cannot be " + shown(value))
            .withHelp(
                meant
                    .map(Faults::didYouMean)
                    .orElseGet(() -> "it must be one of " + String.join(", ", shown)));
    report(
        finding,
        DidYouMean.only(value.text(), allowed)
            .filter(word -> !word.isEmpty())
            .flatMap(word -> fix("write " + word, written(path, word))));
  }

  void missingField(YamlMapping where, NodePath path, FieldSchema field) {
    Optional<YamlEntry> empty = where.entry(field.name());
    if (empty.isEmpty()) {
      missingField(path, field);
      return;
    }
    NodePath missing = path.key(field.name());
    Diagnostic finding = manifest.finding(MISSING_FIELD, missing, missing + " is empty");
    SourceRange key = empty.get().key().range();
    report(manifest.isWritten() ? finding.withRange(key) : finding, Optional.empty());
  }

  void missingField(NodePath path, FieldSchema field) {
    NodePath missing = path.key(field.name());
    report(manifest.finding(MISSING_FIELD, missing, missing + " is missing"), Optional.empty());
  }

  private Diagnostic at(Code code, NodePath path, YamlNode node, String message) {
    Diagnostic finding = manifest.finding(code, path, message);
    boolean visible = node instanceof YamlScalar && node.start() < node.end();
    return visible && manifest.isWritten() ? finding.withRange(node.range()) : finding;
  }

  private void report(Diagnostic finding, Optional<Fix> fix) {
    @Nullable Fix safe = manifest.isWritten() ? fix.orElse(null) : null;
    sink.report(safe == null ? finding : finding.withFix(safe));
  }

  private TextChange written(NodePath path, String word) {
    return NodeChanges.set(manifest.root(), path, List.of(), NewScalar.ofString(word));
  }

  private boolean isOwn(NodePath path, Fix fix) {
    return fix(fix.title(), NodeChanges.replace(manifest.root(), path, fix.edits().get(0)))
        .isPresent();
  }

  /** Where the change cannot be made in the object's own text, there is no fix. */
  private static Optional<Fix> fix(String title, TextChange change) {
    return change.match(edits -> Optional.of(new Fix(title, edits)), reason -> Optional.empty());
  }

  private static String shown(YamlScalar value) {
    return quoted(value.text());
  }

  private static String quoted(String text) {
    boolean tooLong = text.codePointCount(0, text.length()) > LONGEST_QUOTE;
    return '"'
        + (tooLong ? text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "..." : text)
        + '"';
  }
}
