package dev.strake.yaml;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;

/** Builds the nodes of one document from the parser's events. */
final class NodeComposer {

  static final Code TOO_DEEP = Code.error("yaml/too-deep");
  static final Code DUPLICATE_KEY = Code.error("yaml/duplicate-key");
  static final Code KEY_TYPE = Code.error("yaml/key-type");

  private final SourceFile file;
  private final SourceRange range;
  private final YamlLimits limits;
  private final KeyNames names;
  private final DiagnosticSink sink;
  private final Offsets offsets;
  private final TextReader text;
  private final Parser parser;
  private final Anchors anchors;
  private final TaggedScalars scalars;
  private boolean failed;

  NodeComposer(SourceRange range, YamlLimits limits, SharedTexts texts, DiagnosticSink sink) {
    this.file = range.file();
    this.range = range;
    this.limits = limits;
    this.names = new KeyNames(texts);
    this.sink = sink;
    this.anchors = new Anchors(limits);
    this.scalars = new TaggedScalars(file, texts);
    String document = range.text();
    this.offsets = new Offsets(document, range.start());
    LoaderOptions options = new LoaderOptions();
    options.setProcessComments(false);
    options.setCodePointLimit(Integer.MAX_VALUE);
    // go-yaml ends a last line without a line break as if it had one.
    String whole = document.endsWith("\n") ? document : document + "\n";
    this.text = new TextReader(whole);
    this.parser = new ParserImpl(text, options);
  }

  /** Empty for a document without content, and for one that cannot be read. */
  Optional<YamlNode> compose() {
    try {
      text.refuseUnprintable();
      return document();
    } catch (Unreadable e) {
      sink.report(e.diagnostic());
    } catch (MarkedYAMLException e) {
      sink.report(SyntaxErrors.of(e, this::offset, range));
    } catch (YAMLException e) {
      sink.report(SyntaxErrors.of(e, range));
    }
    failed = true;
    return Optional.empty();
  }

  /** Whether the document could not be read and has been reported. */
  boolean failed() {
    return failed;
  }

  private Optional<YamlNode> document() {
    parser.getEvent();
    if (parser.checkEvent(Event.ID.StreamEnd)) {
      DocumentEdges.refuseDirectives(range);
      return Optional.empty();
    }
    parser.getEvent();
    YamlNode root = node(parser.getEvent(), 0);
    DocumentEndEvent end = (DocumentEndEvent) parser.getEvent();
    if (end.getExplicit()) {
      DocumentEdges.refuseContentBehind(place(end), range);
    } else {
      // Fails where something stands that belongs to no document.
      parser.checkEvent(Event.ID.StreamEnd);
    }
    boolean empty = root instanceof YamlScalar scalar && scalar.isNull();
    return empty ? Optional.empty() : Optional.of(root);
  }

  private YamlNode node(Event event, int depth) {
    SourceRange place = place(event);
    if (event instanceof AliasEvent alias) {
      return anchors.resolve(alias.getAnchor(), place);
    }
    if (depth > limits.depth()) {
      throw tooDeep(place, limits);
    }
    long sizeBefore = anchors.expandedNodes();
    anchors.count(place);
    String anchor = ((NodeEvent) event).getAnchor();
    if (anchor != null) {
      SyntaxErrors.refuseOddAnchor(anchor, place);
      anchors.open(anchor);
    }
    YamlNode node = content(event, place, depth);
    if (anchor != null) {
      anchors.define(anchor, node, sizeBefore);
    }
    return node;
  }

  private YamlNode content(Event event, SourceRange place, int depth) {
    int from = NodeProperties.end(place);
    if (event instanceof ScalarEvent scalar) {
      return scalars.scalar(scalar, from, place.end());
    }
    if (event instanceof SequenceStartEvent start) {
      return sequence(start, from, depth);
    }
    return mapping((MappingStartEvent) event, from, depth);
  }

  private YamlSequence sequence(SequenceStartEvent start, int from, int depth) {
    List<YamlNode> items = new ArrayList<>();
    int to = offset(start.getEndMark());
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      Event item = parser.getEvent();
      YamlNode node = node(item, depth + 1);
      items.add(node);
      to = endOf(item, node);
    }
    Event end = parser.getEvent();
    return new YamlSequence(file, from, start.isFlow() ? offset(end.getEndMark()) : to, items);
  }

  private YamlMapping mapping(MappingStartEvent start, int from, int depth) {
    MappingBuilder entries = new MappingBuilder();
    int to = offset(start.getEndMark());
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      Event keyEvent = parser.getEvent();
      YamlScalar key = key(keyEvent, depth + 1);
      Event valueEvent = parser.getEvent();
      YamlNode value = node(valueEvent, depth + 1);
      if (isMerge(keyEvent)) {
        merge(value, place(valueEvent, value), valueEvent instanceof AliasEvent, entries);
      } else {
        put(new YamlEntry(key, names.of(key), value), entries, sink);
      }
      to = Math.max(key.end(), endOf(valueEvent, value));
    }
    Event end = parser.getEvent();
    int last = start.isFlow() ? offset(end.getEndMark()) : to;
    return new YamlMapping(file, from, last, entries.entries());
  }

  private YamlScalar key(Event event, int depth) {
    if (event instanceof ScalarEvent scalar && PlainScalars.isNotFinite(scalar)) {
      SourceRange place = place(event);
      anchors.count(place);
      return scalars.notFiniteKey(scalar, NodeProperties.end(place), place.end());
    }
    YamlNode node = node(event, depth);
    SourceRange place = place(event, node);
    if (!(node instanceof YamlScalar key) || key.isNull()) {
      throw new Unreadable(
          Diagnostic.of(KEY_TYPE, place, "a key is a string, not " + node.description())
              .withHelp("quote the key if it is meant as text"));
    }
    if (key.type() == ScalarType.FLOAT && !GoNumbers.isFloat64(key.text())) {
      throw new Unreadable(
          Diagnostic.of(KEY_TYPE, place, "Kubernetes refuses a number of this size as a key")
              .withHelp("quote the key if it is meant as text"));
    }
    SyntaxErrors.refuseGluedColon(key);
    return key;
  }

  static Unreadable tooDeep(SourceRange place, YamlLimits limits) {
    return new Unreadable(
        Diagnostic.of(TOO_DEEP, place, "nested more than " + limits.depth() + " levels deep"));
  }

  static void put(YamlEntry entry, MappingBuilder entries, DiagnosticSink sink) {
    YamlEntry earlier = entries.put(entry);
    if (earlier != null) {
      String message = "the key \"%s\" stands twice in the same mapping".formatted(entry.name());
      Diagnostic finding =
          Diagnostic.of(DUPLICATE_KEY, entry.key().range(), message)
              .withRelated(earlier.key().range(), "first here, and ignored by Kubernetes");
      sink.report(RepeatedEntry.fix(earlier, entry).map(finding::withFix).orElse(finding));
    }
  }

  private static boolean isMerge(Event key) {
    return key instanceof ScalarEvent scalar
        && scalar.isPlain()
        && scalar.getValue().equals("<<")
        && (scalar.getTag() == null || scalar.getTag().equals(TaggedScalars.MERGE));
  }

  /**
   * @see <a href="https://github.com/yaml/go-yaml/blob/v2/decode.go">merge in decode.go</a>: an
   *     alias may stand for a mapping, not for a list of them
   */
  private void merge(YamlNode value, SourceRange place, boolean alias, MappingBuilder entries) {
    if (value instanceof YamlMapping mapping) {
      mapping.entries().forEach(entries::merge);
      return;
    }
    if (alias || !(value instanceof YamlSequence list)) {
      throw notMergeable(value, place);
    }
    // Earlier mappings win over later ones, so they come last.
    for (int i = list.items().size() - 1; i >= 0; i--) {
      YamlNode item = list.items().get(i);
      if (!(item instanceof YamlMapping mapping)) {
        boolean written = item.file() == file && place.start() <= item.start();
        throw notMergeable(item, written ? item.range() : place);
      }
      mapping.entries().forEach(entries::merge);
    }
  }

  private static Unreadable notMergeable(YamlNode value, SourceRange place) {
    return new Unreadable(
        Diagnostic.of(SyntaxErrors.MERGE, place, "<< merges mappings, not " + value.description()));
  }

  /** Where a child ends in the text of its parent; an alias ends where the alias is written. */
  private int endOf(Event event, YamlNode node) {
    return event instanceof AliasEvent ? offset(event.getEndMark()) : node.end();
  }

  /** Where a node is used: the alias if it is one, else the node itself without its tag. */
  private SourceRange place(Event event, YamlNode node) {
    return event instanceof AliasEvent ? place(event) : node.range();
  }

  private SourceRange place(Event event) {
    int start = offset(event.getStartMark());
    int end = offset(event.getEndMark());
    return file.range(start, Math.max(start, end));
  }

  private int offset(@Nullable Mark mark) {
    int offset = mark == null ? range.start() : offsets.of(mark.getIndex());
    return Math.min(offset, range.end());
  }
}
