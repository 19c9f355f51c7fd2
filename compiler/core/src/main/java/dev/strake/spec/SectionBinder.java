package dev.strake.spec;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.diagnostic.DidYouMean;
import dev.strake.diagnostic.Fix;
import dev.strake.value.Quoted;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the fields that a section has with those it should have. */
final class SectionBinder {

  static final Code UNKNOWN_FIELD = Code.error("spec/unknown-field");
  static final Code MISSING_FIELD = Code.error("spec/missing-field");
  static final Code EXACTLY_ONE = Code.error("spec/exactly-one");

  private final DiagnosticSink sink;

  SectionBinder(DiagnosticSink sink) {
    this.sink = sink;
  }

  /**
   * Reports fields that nobody knows, and those that are missing. One mistake is one finding: a
   * field that is missing because it was misspelt is not reported again.
   *
   * @param known every key that the section may have
   * @param required those of them that it must have
   * @return whether it has all that it must have
   */
  boolean check(Place section, List<String> known, List<FieldShape> required) {
    YamlMapping mapping = (YamlMapping) section.node();
    Set<String> misspelt = new HashSet<>();
    for (YamlEntry entry : mapping.entries()) {
      if (!known.contains(entry.name())) {
        Optional<String> meant = meant(entry.name(), mapping, known);
        meant.ifPresent(misspelt::add);
        sink.report(unknown(section, entry, meant, known));
      }
    }
    boolean complete = true;
    for (FieldShape field : required) {
      if (!isWritten(section, field)) {
        complete = false;
        if (!misspelt.contains(field.key())) {
          sink.report(missing(section, field.key(), field.doc()));
        }
      }
    }
    return complete;
  }

  /** Kubernetes takes null for absent, and so does the spec. */
  static boolean isWritten(Place section, FieldShape field) {
    Place value = section.child(field.key());
    return value != null && !NodeBinder.isNull(value.node());
  }

  private static Optional<String> meant(String name, YamlMapping mapping, List<String> known) {
    List<String> free = known.stream().filter(key -> mapping.entry(key).isEmpty()).toList();
    return DidYouMean.of(name, free);
  }

  private static Diagnostic unknown(
      Place section, YamlEntry entry, Optional<String> meant, List<String> known) {
    Diagnostic finding =
        section
            .at(entry)
            .findingAtKey(
                UNKNOWN_FIELD,
                "%s has no field %s".formatted(section.name(), Quoted.of(entry.name())));
    if (meant.isEmpty()) {
      return finding.withHelp(
          known.isEmpty() ? "leave it out" : "its fields are " + String.join(", ", known));
    }
    return finding
        .withHelp("did you mean " + meant.get() + "?")
        .withFix(Fix.replace("write " + meant.get(), entry.key().range(), meant.get()));
  }

  static Diagnostic missing(Place section, String key, String doc) {
    Diagnostic finding =
        section.findingAtKey(
            MISSING_FIELD, "%s needs the field %s".formatted(section.name(), Quoted.of(key)));
    return finding.withHelp(doc.isEmpty() ? "add " + key : "add " + key + ": " + doc);
  }

  /** Reports a section that has none or several of its alternatives. */
  boolean checkExactlyOne(Place section, RecordShape shape) {
    List<Place> written = new ArrayList<>();
    for (FieldShape field : shape.fields()) {
      Place value = section.child(field.key());
      if (value != null && !NodeBinder.isNull(value.node())) {
        written.add(value);
      }
    }
    if (written.size() == 1) {
      return true;
    }
    String all = String.join(" or ", shape.keys());
    if (written.isEmpty()) {
      sink.report(section.findingAtKey(EXACTLY_ONE, section.name() + " needs one of " + all));
      return false;
    }
    Place last = written.get(written.size() - 1);
    Diagnostic finding =
        last.findingAtKey(EXACTLY_ONE, section.name() + " has more than one of " + all)
            .withHelp("leave one of them");
    for (Place other : written.subList(0, written.size() - 1)) {
      finding = finding.withRelated(other.keyRange(), "chosen here already");
    }
    sink.report(finding);
    return false;
  }
}
