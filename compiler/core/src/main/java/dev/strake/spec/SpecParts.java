package dev.strake.spec;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.value.Quoted;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts together a spec that is split over files. Every node keeps the place where it was written. A
 * section stands in one file; the lists that grow with the cluster are put together in the order of
 * the files.
 */
public final class SpecParts {

  static final Code INCLUDE_CONFLICT = Code.error("spec/include-conflict");

  private static final String SPEC = "spec";
  private static final String INCLUDES = "includes";
  private static final Set<String> HEADER = Set.of("apiVersion", "kind", SPEC);
  private static final Set<String> APPENDED =
      Set.of("nodePools", "namespaces", "tenants", "vendored");

  private final DiagnosticSink sink;
  private final Map<String, YamlEntry> sections = new LinkedHashMap<>();

  private SpecParts(DiagnosticSink sink) {
    this.sink = sink;
  }

  /**
   * The document with the sections of further ones.
   *
   * @param parts documents of kind Cluster whose files the document includes, in order
   */
  public static YamlDocument merge(
      YamlDocument main, List<YamlDocument> parts, DiagnosticSink sink) {
    if (parts.isEmpty()
        || !(main.root() instanceof YamlMapping root)
        || root.mapping(SPEC).isEmpty()) {
      return main;
    }
    SpecParts merging = new SpecParts(sink);
    YamlMapping spec = root.mapping(SPEC).get();
    spec.entries().forEach(merging::add);
    parts.forEach(merging::add);
    List<YamlEntry> merged = List.copyOf(merging.sections.values());
    YamlMapping whole = new YamlMapping(spec.file(), spec.start(), spec.end(), merged);
    List<YamlEntry> entries =
        root.entries().stream()
            .map(e -> e.name().equals(SPEC) ? new YamlEntry(e.key(), SPEC, whole) : e)
            .toList();
    YamlMapping wholeRoot = new YamlMapping(root.file(), root.start(), root.end(), entries);
    return new YamlDocument(main.file(), main.index(), wholeRoot);
  }

  private void add(YamlDocument part) {
    Place root = Place.root(part.root());
    SpecBinder.checkHeaders(root, Cluster.API_VERSION, Cluster.KIND, sink);
    if (!(part.root() instanceof YamlMapping mapping)) {
      ScalarBinder.report(sink, root, "a mapping", null);
      return;
    }
    for (YamlEntry entry : mapping.entries()) {
      if (!HEADER.contains(entry.name())) {
        sink.report(foreign(root.at(entry), entry.name()));
      }
    }
    Place spec = root.child(SPEC);
    if (spec == null) {
      sink.report(SectionBinder.missing(root, SPEC, "the sections that the file holds"));
    } else if (spec.node() instanceof YamlMapping content) {
      content.entries().stream().filter(e -> !e.name().equals(INCLUDES)).forEach(this::add);
    } else if (!NodeBinder.isNull(spec.node())) {
      ScalarBinder.report(sink, spec, "a mapping", null);
    }
  }

  private static Diagnostic foreign(Place place, String name) {
    return place
        .findingAtKey(
            INCLUDE_CONFLICT, "an included file holds parts of the spec, and no " + Quoted.of(name))
        .withHelp("write it in the cluster.yaml");
  }

  private void add(YamlEntry entry) {
    if (NodeBinder.isNull(entry.value())) {
      sections.putIfAbsent(entry.name(), entry);
      return;
    }
    YamlEntry before = sections.get(entry.name());
    if (before == null || NodeBinder.isNull(before.value())) {
      sections.put(entry.name(), entry);
    } else if (APPENDED.contains(entry.name())
        && before.value() instanceof YamlSequence first
        && entry.value() instanceof YamlSequence second) {
      sections.put(
          entry.name(), new YamlEntry(before.key(), before.name(), together(first, second)));
    } else {
      sink.report(conflict(entry, before));
    }
  }

  private static YamlSequence together(YamlSequence first, YamlSequence second) {
    List<YamlNode> items = new ArrayList<>(first.items());
    items.addAll(second.items());
    return new YamlSequence(first.file(), first.start(), first.end(), items);
  }

  private static Diagnostic conflict(YamlEntry entry, YamlEntry before) {
    return Diagnostic.of(
            INCLUDE_CONFLICT,
            entry.key().range(),
            "%s stands in %s already"
                .formatted(Quoted.plain(entry.name()), before.key().file().path()))
        .withHelp("write the whole section in one of the files")
        .withRelated(before.key().range(), "the section's other half");
  }
}
