package dev.strake.baseline;

import dev.strake.diagnostic.Checked;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.report.Fingerprint;
import dev.strake.report.Fingerprint.ObjectKey;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import dev.strake.value.Quoted;
import dev.strake.yaml.ScalarType;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlReader;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link Baseline#text} writes, and nothing else: a file that hides findings is not
 * guessed at.
 */
public final class BaselineReader {

  static final Code INVALID = Code.error("policy/baseline-invalid");

  private static final String VERSION = "version";
  private static final String FINDINGS = "findings";
  private static final String REWRITE = "write the file with strake validate --write-baseline";

  private final List<Diagnostic> mistakes = new ArrayList<>();
  private final Map<Fingerprint, SourceRange> entries = new HashMap<>();

  private BaselineReader() {}

  /** The baseline in a file; no value if it has a mistake. */
  public static Checked<Baseline> read(SourceFile file) {
    BaselineReader reader = new BaselineReader();
    reader.readFile(file);
    return reader.mistakes.isEmpty()
        ? Checked.of(new Baseline(reader.entries), List.of())
        : Checked.failed(reader.mistakes);
  }

  private void readFile(SourceFile file) {
    List<YamlDocument> documents =
        YamlReader.withDefaultLimits().read(file, mistakes::add).documents();
    if (!mistakes.isEmpty()) {
      return;
    }
    if (documents.size() != 1 || !(documents.get(0).root() instanceof YamlMapping root)) {
      refuse(file.beginning(), "this is no baseline: it is not one mapping");
      return;
    }
    refuseOthers(root, Set.of(VERSION, FINDINGS));
    Optional<YamlScalar> version = root.scalar(VERSION);
    if (!version.map(YamlScalar::value).equals(Optional.of("" + Baseline.VERSION))) {
      SourceRange place = version.map(YamlScalar::range).orElse(file.beginning());
      refuse(place, "this is no baseline of version " + Baseline.VERSION);
      return;
    }
    Optional<YamlSequence> findings = root.sequence(FINDINGS);
    if (findings.isEmpty()) {
      refuse(file.beginning(), "a baseline has a list of findings");
    }
    findings.ifPresent(list -> list.items().forEach(this::readEntry));
  }

  private void readEntry(YamlNode node) {
    if (!(node instanceof YamlMapping entry)) {
      refuse(node.range(), "an entry is a mapping, not " + node.description());
      return;
    }
    int before = mistakes.size();
    Fingerprint fingerprint = fingerprint(entry);
    String digest = text(entry, BaselineEntry.FINGERPRINT);
    if (mistakes.size() > before) {
      return;
    }
    SourceRange place = entry.scalar(BaselineEntry.CODE).orElseThrow().range();
    if (!fingerprint.digest().equals(digest)) {
      refuse(
          entry.scalar(BaselineEntry.FINGERPRINT).orElseThrow().range(),
          "the fingerprint is not that of what the entry says");
    } else if (entries.putIfAbsent(fingerprint, place) != null) {
      refuse(place, "the entry is there twice");
    }
  }

  private Fingerprint fingerprint(YamlMapping entry) {
    refuseOthers(
        entry,
        Set.of(
            BaselineEntry.FINGERPRINT,
            BaselineEntry.CODE,
            BaselineEntry.FILE,
            BaselineEntry.OBJECT,
            BaselineEntry.PATH,
            BaselineEntry.MESSAGE,
            BaselineEntry.OCCURRENCE));
    return new Fingerprint(
        code(entry),
        text(entry, BaselineEntry.FILE),
        object(entry),
        text(entry, BaselineEntry.PATH),
        text(entry, BaselineEntry.MESSAGE),
        occurrence(entry));
  }

  private String code(YamlMapping entry) {
    String code = text(entry, BaselineEntry.CODE);
    Optional<YamlScalar> written = entry.scalar(BaselineEntry.CODE).filter(YamlScalar::isString);
    if (written.isPresent() && !Code.isWellFormed(code)) {
      refuse(written.get().range(), Quoted.of(code) + " is not the code of a finding");
    }
    return code;
  }

  private @Nullable ObjectKey object(YamlMapping entry) {
    Optional<YamlNode> node = entry.get(BaselineEntry.OBJECT);
    if (node.isEmpty()) {
      return null;
    }
    if (!(node.get() instanceof YamlMapping object)) {
      refuse(node.get().range(), "an object is a mapping, not " + node.get().description());
      return null;
    }
    refuseOthers(
        object,
        Set.of(
            BaselineEntry.GROUP, BaselineEntry.KIND, BaselineEntry.NAMESPACE, BaselineEntry.NAME));
    return new ObjectKey(
        text(object, BaselineEntry.GROUP),
        text(object, BaselineEntry.KIND),
        text(object, BaselineEntry.NAMESPACE),
        text(object, BaselineEntry.NAME));
  }

  private int occurrence(YamlMapping entry) {
    Optional<YamlScalar> number =
        entry
            .scalar(BaselineEntry.OCCURRENCE)
            .filter(scalar -> scalar.type() == ScalarType.INTEGER)
            .filter(scalar -> scalar.text().matches("[1-9][0-9]{0,8}"));
    if (number.isEmpty()) {
      missing(entry, BaselineEntry.OCCURRENCE, "a number");
    }
    return number.map(scalar -> Integer.parseInt(scalar.text())).orElse(1);
  }

  private String text(YamlMapping mapping, String name) {
    Optional<String> text = mapping.string(name);
    if (text.isEmpty()) {
      missing(mapping, name, "a string");
    }
    return text.orElse("");
  }

  private void missing(YamlMapping mapping, String name, String what) {
    Optional<YamlNode> value = mapping.get(name);
    refuse(
        value.map(YamlNode::range).orElse(mapping.range()),
        value.isPresent() ? name + " must be " + what : "the entry has no " + name);
  }

  private void refuseOthers(YamlMapping mapping, Set<String> known) {
    for (YamlEntry entry : mapping.entries()) {
      if (!known.contains(entry.name())) {
        refuse(entry.key().range(), "a baseline has no field " + Quoted.of(entry.name()));
      }
    }
  }

  private void refuse(SourceRange place, String message) {
    mistakes.add(Diagnostic.of(INVALID, place, message).withHelp(REWRITE));
  }
}
