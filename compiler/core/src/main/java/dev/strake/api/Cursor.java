package dev.strake.api;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.manifest.Manifest;
import dev.strake.value.Quantity;
import dev.strake.value.Quoted;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.ScalarPlaces;
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
import org.jspecify.annotations.Nullable;

/**
 * A place in an object, whether anything stands there or not, with the way to report about it.
 *
 * <p>It reads as the API server decodes: null is the same as absent, and an absent text is the
 * empty one. What has the wrong type is set, but has no text, number, fields or items, so that
 * rules pass over it.
 */
final class Cursor {

  private static final int NONE = -1;

  private final Manifest manifest;
  private final DiagnosticSink sink;
  private final @Nullable Cursor parent;
  private final @Nullable String key;
  private final int position;
  private final @Nullable YamlNode node;
  private final @Nullable YamlEntry entry;

  private Cursor(
      Manifest manifest,
      DiagnosticSink sink,
      @Nullable Cursor parent,
      @Nullable String key,
      int position,
      @Nullable YamlNode node,
      @Nullable YamlEntry entry) {
    this.manifest = manifest;
    this.sink = sink;
    this.parent = parent;
    this.key = key;
    this.position = position;
    this.node = node instanceof YamlScalar scalar && scalar.isNull() ? null : node;
    this.entry = entry;
  }

  /** A whole object. */
  static Cursor of(Manifest manifest, DiagnosticSink sink) {
    return new Cursor(manifest, sink, null, null, NONE, manifest.root(), null);
  }

  /** The value of a field, which may be absent. */
  Cursor field(String name) {
    YamlEntry found = node instanceof YamlMapping mapping ? mapping.entry(name).orElse(null) : null;
    return child(name, NONE, found == null ? null : found.value(), found);
  }

  /** The value at several fields, one inside the other. */
  Cursor field(String first, String... further) {
    Cursor at = field(first);
    for (String name : further) {
      at = at.field(name);
    }
    return at;
  }

  /** The elements of a list, in order; nulls among them count as empty elements. */
  List<Cursor> items() {
    if (!(node instanceof YamlSequence list)) {
      return List.of();
    }
    List<Cursor> items = new ArrayList<>(list.items().size());
    for (int i = 0; i < list.items().size(); i++) {
      items.add(child(null, i, list.items().get(i), null));
    }
    return items;
  }

  /** The values of a mapping, in order; {@link #key} tells their names. */
  List<Cursor> values() {
    if (!(node instanceof YamlMapping mapping)) {
      return List.of();
    }
    List<Cursor> values = new ArrayList<>(mapping.entries().size());
    for (YamlEntry each : mapping.entries()) {
      values.add(child(each.name(), NONE, each.value(), each));
    }
    return values;
  }

  private Cursor child(
      @Nullable String name, int index, @Nullable YamlNode value, @Nullable YamlEntry from) {
    return new Cursor(manifest, sink, this, name, index, value, from);
  }

  /** The name under which the value stands in its mapping; empty for elements of lists. */
  String key() {
    return key == null ? "" : key;
  }

  /** The way to this place from the object's root; made when it is asked for, which is seldom. */
  NodePath path() {
    if (parent == null) {
      return NodePath.ROOT;
    }
    return key == null ? parent.path().index(position) : parent.path().key(key);
  }

  /** Whether anything but null stands here. */
  boolean isSet() {
    return node != null;
  }

  boolean isMapping() {
    return node instanceof YamlMapping;
  }

  boolean isList() {
    return node instanceof YamlSequence;
  }

  /** Whether it is a list or a mapping with something in it. */
  boolean hasElements() {
    return (node instanceof YamlSequence list && !list.items().isEmpty())
        || (node instanceof YamlMapping mapping && !mapping.entries().isEmpty());
  }

  /** Whether nothing stands here or nothing is in it: null, an empty text, list or mapping. */
  boolean isEmpty() {
    return node == null
        || (node instanceof YamlSequence list && list.items().isEmpty())
        || (node instanceof YamlMapping mapping && mapping.entries().isEmpty())
        || (isText() && text().isEmpty());
  }

  /** Whether nothing or an empty text stands here. */
  boolean isBlank() {
    return node == null || (isText() && text().isEmpty());
  }

  /** Whether it is a string, empty or not. */
  boolean isText() {
    return node instanceof YamlScalar scalar && scalar.isString();
  }

  /** The string that stands here; empty if there is none or it is something else. */
  String text() {
    return node instanceof YamlScalar scalar && scalar.isString() ? scalar.text() : "";
  }

  /** Whether the string that stands here is this one. */
  boolean is(String text) {
    return isText() && text().equals(text);
  }

  /** The string that stands here, or what the server sets if nothing or an empty one does. */
  String textOr(String byDefault) {
    return isBlank() ? byDefault : text();
  }

  boolean isTrue() {
    return node instanceof YamlScalar scalar
        && scalar.type() == ScalarType.BOOLEAN
        && scalar.booleanValue();
  }

  boolean isFalse() {
    return node instanceof YamlScalar scalar
        && scalar.type() == ScalarType.BOOLEAN
        && !scalar.booleanValue();
  }

  boolean isNumber() {
    return integer().isPresent();
  }

  /** The whole number that stands here; empty if there is none or it is something else. */
  OptionalLong integer() {
    if (!(node instanceof YamlScalar scalar)) {
      return OptionalLong.empty();
    }
    if (scalar.type() == ScalarType.INTEGER) {
      return OptionalLong.of(scalar.longValue());
    }
    boolean whole =
        scalar.type() == ScalarType.FLOAT
            && scalar.doubleValue() == Math.rint(scalar.doubleValue())
            && Math.abs(scalar.doubleValue()) < 1e15;
    return whole ? OptionalLong.of((long) scalar.doubleValue()) : OptionalLong.empty();
  }

  /** The whole number that stands here, or what the server sets if none does. */
  long integerOr(long byDefault) {
    return integer().orElse(byDefault);
  }

  /** The quantity that stands here as a string or number; empty if there is none. */
  Optional<Quantity> quantity() {
    if (!(node instanceof YamlScalar scalar) || scalar.type() == ScalarType.BOOLEAN) {
      return Optional.empty();
    }
    return Quantity.parse(scalar.value().strip())
        .match(Optional::of, bad -> Optional.<Quantity>empty());
  }

  /** Reports that a value must be there. */
  void missing() {
    report(ApiCode.MISSING_FIELD, path() + " is missing");
  }

  /**
   * Reports that a value must be there.
   *
   * @param why completes the sentence "x is missing: ..."
   */
  void missing(String why) {
    report(ApiCode.MISSING_FIELD, path() + " is missing: " + why);
  }

  /**
   * Reports that a value must not be there.
   *
   * @param when completes the sentence "x is not allowed ..."
   */
  void forbidden(String when) {
    report(ApiCode.FORBIDDEN_FIELD, path() + " is not allowed " + when);
  }

  /**
   * Reports what a value must be, and what it is.
   *
   * @param rule completes the sentence "x ...", such as {@code must be absolute}
   */
  void invalid(Code code, String rule) {
    report(code, path() + " " + rule + shown());
  }

  private String shown() {
    return node instanceof YamlScalar scalar ? ", but is " + Quoted.of(scalar.value()) : "";
  }

  void invalid(String rule) {
    invalid(ApiCode.INVALID_VALUE, rule);
  }

  void report(Code code, String message) {
    sink.report(manifest.finding(code, path(), message));
  }

  void report(Code code, String message, String help) {
    sink.report(manifest.finding(code, path(), message).withHelp(help));
  }

  /**
   * Reports about a part of the text that stands here.
   *
   * @param start UTF-16 offset in the text
   * @param end exclusive
   */
  void reportInside(Code code, int start, int end, String message) {
    Diagnostic finding = manifest.finding(code, path(), message);
    sink.report(
        node instanceof YamlScalar scalar && manifest.isWritten()
            ? finding.withRange(ScalarPlaces.find(scalar, start, end))
            : finding);
  }

  /** Reports a value that may stand only once. */
  void duplicate(Cursor first, String what) {
    Diagnostic finding =
        manifest
            .finding(ApiCode.DUPLICATE, path(), what + " stands here a second time")
            .withRelated(manifest.place(first.path()), "it stands here first");
    sink.report(finding);
  }

  /** Reports about the name under which the value stands, at that name. */
  void reportKey(Code code, String message) {
    Diagnostic finding = manifest.finding(code, path(), message);
    sink.report(
        entry == null || !manifest.isWritten() ? finding : finding.withRange(entry.key().range()));
  }
}
