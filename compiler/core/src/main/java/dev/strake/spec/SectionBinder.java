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
import java.util.stream.Collectors;

/** Compares the fields that a section has with those it should have. */
final class SectionBinder {

  static final Code UNKNOWN_FIELD = Code.error("spec/unknown-field");
  static final Code MOVED_FIELD = Code.error("spec/moved-field");
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
   * @param beside keys that the section may have and that are no fields of the record
   * @return whether it has all that it must have
   */
  boolean check(Place section, RecordShape shape, List<String> beside) {
    YamlMapping mapping = (YamlMapping) section.node();
    List<String> known = new ArrayList<>(beside);
    known.addAll(shape.keys());
    Set<String> misspelt = new HashSet<>();
    for (YamlEntry entry : mapping.entries()) {
      if (!known.contains(entry.name())) {
        sink.report(unknown(section, entry, shape, known, misspelt));
      }
    }
    boolean complete = true;
    for (FieldShape field : shape.fields()) {
      if (field.presence() == FieldShape.Presence.REQUIRED && !isWritten(section, field)) {
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

  /**
   * @param misspelt gets the names of the fields that are meant
   */
  private static Diagnostic unknown(
      Place section, YamlEntry entry, RecordShape shape, List<String> known, Set<String> misspelt) {
    String name = entry.name();
    Place place = section.at(entry);
    Optional<String> reference = shape.reference(SecretLiterals.referenceTo(name));
    if (reference.isPresent()) {
      misspelt.add(SecretLiterals.referenceTo(name));
      return SecretLiterals.unknown(section, place, name, reference.get());
    }
    YamlMapping mapping = (YamlMapping) section.node();
    List<String> free = known.stream().filter(key -> mapping.entry(key).isEmpty()).toList();
    Optional<String> meant = DidYouMean.of(name, free);
    String message = "%s has no field %s".formatted(section.name(), Quoted.of(name));
    Optional<MovedNames.Moved> moved = MovedNames.field(name);
    if (moved.isPresent() && !isSameWord(name, meant)) {
      misspelt.addAll(List.of(moved.get().instead().split("[^A-Za-z0-9]+")));
      return place
          .findingAtKey(MOVED_FIELD, message + ", which is a name of " + moved.get().origin())
          .withHelp("write " + moved.get().instead());
    }
    meant.ifPresent(misspelt::add);
    Diagnostic finding = place.findingAtKey(UNKNOWN_FIELD, message);
    if (meant.isEmpty()) {
      return finding.withHelp(
          known.isEmpty() ? "leave it out" : "its fields are " + String.join(", ", known));
    }
    return finding
        .withHelp("did you mean " + meant.get() + "?")
        .withFix(Fix.replace("write " + meant.get(), entry.key().range(), meant.get()).revealing());
  }

  private static boolean isSameWord(String name, Optional<String> meant) {
    return meant.isPresent() && DidYouMean.isSameWord(name, meant.get());
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
    for (FieldShape field : shape.alternatives()) {
      Place value = section.child(field.key());
      if (value != null && !NodeBinder.isNull(value.node())) {
        written.add(value);
      }
    }
    if (written.size() == 1) {
      return true;
    }
    String all =
        shape.alternatives().stream().map(FieldShape::key).collect(Collectors.joining(" or "));
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
