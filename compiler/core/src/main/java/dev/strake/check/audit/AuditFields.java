package dev.strake.check.audit;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.DidYouMean;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The fields of a part of an audit policy. Of a field that it does not know, the API server only
 * writes a line into its log: a rule without its restriction then holds for all requests.
 *
 * @param texts those that are lists of texts
 * @param sections those that are lists of mappings
 */
record AuditFields(Set<String> others, Set<String> texts, Set<String> sections) {

  static final AuditFields POLICY =
      new AuditFields(
          Set.of("apiVersion", "kind", "metadata", "omitManagedFields"),
          Set.of("omitStages"),
          Set.of("rules"));

  static final AuditFields RULE =
      new AuditFields(
          Set.of("level", "omitManagedFields"),
          Set.of("users", "userGroups", "verbs", "namespaces", "nonResourceURLs", "omitStages"),
          Set.of("resources"));

  static final AuditFields RESOURCES =
      new AuditFields(Set.of("group"), Set.of("resources", "resourceNames"), Set.of());

  AuditFields {
    others = Set.copyOf(others);
    texts = Set.copyOf(texts);
    sections = Set.copyOf(sections);
  }

  private SortedSet<String> all() {
    SortedSet<String> all = new TreeSet<>(others);
    all.addAll(texts);
    all.addAll(sections);
    return all;
  }

  void check(YamlMapping part, DiagnosticSink sink) {
    for (YamlEntry entry : part.entries()) {
      if (!all().contains(entry.name())) {
        sink.report(unknown(entry));
      } else if (texts.contains(entry.name())) {
        requireList(entry, YamlScalar.class, "texts", sink);
      } else if (sections.contains(entry.name())) {
        requireList(entry, YamlMapping.class, "mappings", sink);
      }
    }
  }

  private Diagnostic unknown(YamlEntry entry) {
    Diagnostic finding =
        AuditPolicy.finding(
            entry.key().range(),
            "the API server knows no field %s here, and ignores it".formatted(entry.name()));
    return finding.withHelp(
        DidYouMean.of(entry.name(), all())
            .map(meant -> "did you mean %s?".formatted(meant))
            .orElse("remove it, or write one of " + String.join(", ", all())));
  }

  private static void requireList(
      YamlEntry entry, Class<? extends YamlNode> kind, String what, DiagnosticSink sink) {
    if (entry.value() instanceof YamlScalar none && none.isNull()) {
      return;
    }
    if (!(entry.value() instanceof YamlSequence list)) {
      sink.report(
          AuditPolicy.finding(
                  entry.value().range(),
                  "%s is %s, and a list is needed"
                      .formatted(entry.name(), entry.value().description()))
              .withHelp("write %s: [...]".formatted(entry.name())));
      return;
    }
    for (YamlNode item : list.items()) {
      boolean text = item instanceof YamlScalar scalar && scalar.isString();
      if (kind == YamlScalar.class ? !text : !kind.isInstance(item)) {
        sink.report(
            AuditPolicy.finding(
                    item.range(),
                    "%s holds %s, and is a list of %s"
                        .formatted(entry.name(), item.description(), what))
                .withHelp(
                    kind == YamlScalar.class ? "write a text, in quotes" : "write {group: ...}"));
      }
    }
  }
}
