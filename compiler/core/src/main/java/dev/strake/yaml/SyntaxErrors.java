package dev.strake.yaml;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceRange;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Says what the parser could not read, and where, in words for people who write manifests. */
final class SyntaxErrors {

  static final Code SYNTAX = Code.error("yaml/syntax");
  static final Code MERGE = Code.error("yaml/merge");

  private static final Pattern ANCHOR = Pattern.compile("[A-Za-z0-9_-]+");

  private SyntaxErrors() {}

  static Diagnostic of(
      MarkedYAMLException e, ToIntFunction<@Nullable Mark> offset, SourceRange document) {
    int at = offset.applyAsInt(e.getProblemMark());
    SourceRange place = character(document, at);
    Diagnostic found = explain(e, place);
    Mark context = e.getContextMark();
    if (context == null || offset.applyAsInt(context) == at) {
      return found;
    }
    SourceRange opened = character(document, offset.applyAsInt(context));
    return found.withRelated(opened, e.getContext() == null ? "begins here" : e.getContext());
  }

  private static Diagnostic explain(MarkedYAMLException e, SourceRange place) {
    String problem = e.getProblem() == null ? "cannot be read as YAML" : e.getProblem();
    if (place.text().equals("\t")) {
      return Diagnostic.of(SYNTAX, place, "a tab cannot indent or begin a value in YAML")
          .withHelp("use spaces");
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return Diagnostic.of(SYNTAX, place, "a mapping cannot begin here")
          .withHelp("check the indentation, or quote the text if this colon belongs to it");
    }
    if (problem.contains("cannot start any token")) {
      return Diagnostic.of(SYNTAX, place, "a value cannot begin with " + place.text())
          .withHelp("quote the value");
    }
    return Diagnostic.of(SYNTAX, place, problem.replace("<", "").replace(">", ""));
  }

  static Diagnostic of(YAMLException e, SourceRange document) {
    if (e instanceof ReaderException unprintable) {
      // Its position counts from somewhere in the reader's buffer.
      int found = document.file().text().indexOf(unprintable.getCodePoint(), document.start());
      int at = found < 0 ? document.start() : Math.min(found, document.end());
      String message =
          String.format(
              Locale.ROOT,
              "the control character U+%04X cannot stand in YAML",
              unprintable.getCodePoint());
      return Diagnostic.of(SYNTAX, character(document, at), message)
          .withHelp("write it as an escape inside double quotes");
    }
    return Diagnostic.of(
        SYNTAX,
        document.file().range(document.start(), document.start()),
        "cannot be read as YAML");
  }

  /** go-yaml takes fewer names than the parser does. */
  static void refuseOddAnchor(String anchor, SourceRange place) {
    if (!ANCHOR.matcher(anchor).matches()) {
      throw new Unreadable(
          Diagnostic.of(SYNTAX, place, "Kubernetes refuses the anchor's name")
              .withHelp("letters of ASCII, digits, - and _ make a name"));
    }
  }

  /**
   * go-yaml takes the colon in <code>{a:, b: 1}</code> as a part of the key, other readers do not.
   */
  static void refuseGluedColon(YamlScalar key) {
    String text = key.file().text();
    int colon = key.end();
    boolean glued =
        key.style() == ScalarStyle.PLAIN
            && colon + 1 < text.length()
            && text.charAt(colon) == ':'
            && ",[]{}".indexOf(text.charAt(colon + 1)) >= 0;
    if (glued) {
      throw new Unreadable(
          Diagnostic.of(
                  SYNTAX,
                  key.file().range(colon, colon + 1),
                  "readers do not agree whether this colon belongs to the key")
              .withHelp("put a space behind the colon"));
    }
  }

  /** The character at an offset, so that something is underlined; a point at the end of a line. */
  static SourceRange character(SourceRange document, int at) {
    String text = document.file().text();
    boolean visible = at < document.end() && text.charAt(at) != '\n' && text.charAt(at) != '\r';
    int end = visible ? text.offsetByCodePoints(at, 1) : at;
    return document.file().range(at, end);
  }
}
