package dev.strake.report;

import dev.strake.difference.FieldChange;
import dev.strake.difference.FileChange;
import dev.strake.difference.FileChange.Kind;
import dev.strake.difference.ObjectChange;
import dev.strake.difference.OutputDifference;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a change does to the output, for people: a line a file, below it its documents with the
 * fields that differ, or for other files the lines that do.
 */
public final class DifferenceText {

  private static final String REPLACED = "->";

  private final BinaryOperator<String> lineDifference;
  private final Ansi ansi;
  private final StringBuilder out = new StringBuilder();

  /**
   * @param lineDifference of two texts, the earlier one first
   */
  public DifferenceText(BinaryOperator<String> lineDifference, Ansi ansi) {
    this.lineDifference = lineDifference;
    this.ansi = ansi;
  }

  /** The whole text, with a summary in its last line. */
  public String render(OutputDifference difference) {
    difference.changes().forEach(this::file);
    if (!difference.changes().isEmpty()) {
      out.append('\n');
    }
    return out.append(summary(difference)).append('\n').toString();
  }

  private void file(FileChange change) {
    out.append(ansi.change(change.kind(), sign(change.kind()) + " " + change.path()));
    out.append('\n');
    if (change.kind() != Kind.CHANGED) {
      return;
    }
    if (change.before() != null && change.before().documents().isEmpty()) {
      lines(change);
    } else {
      ObjectChange.of(change).forEach(this::document);
    }
  }

  private void document(ObjectChange change) {
    out.append("    ").append(VisibleText.of(change.object().toString().strip()));
    out.append(
        switch (change.kind()) {
          case ADDED -> " is new\n";
          case REMOVED -> " is gone\n";
          case CHANGED -> "\n";
        });
    boolean secret = Secrets.isSecret(change.object());
    change.fields().forEach(field -> field(field, secret));
  }

  private void field(FieldChange change, boolean secret) {
    Kind kind =
        change.before() == null ? Kind.ADDED : change.after() == null ? Kind.REMOVED : Kind.CHANGED;
    String before = shown(change.before(), secret);
    String after = shown(change.after(), secret);
    String values =
        switch (kind) {
          case ADDED -> after;
          case REMOVED -> before;
          case CHANGED -> before + " " + REPLACED + " " + after;
        };
    String path = VisibleText.of(change.path().toString());
    out.append("      ");
    out.append(ansi.change(kind, "%s %s: %s".formatted(sign(kind), path, values))).append('\n');
  }

  private static String shown(@Nullable YamlNode node, boolean secret) {
    if (node == null) {
      return "";
    }
    if (secret) {
      return "(hidden)";
    }
    if (node instanceof YamlScalar scalar) {
      return VisibleText.of(scalar.isString() ? '"' + scalar.text() + '"' : scalar.value());
    }
    return node instanceof YamlMapping mapping
        ? "{" + count(mapping.entries().size(), "field") + "}"
        : "[" + count(((YamlSequence) node).items().size(), "item") + "]";
  }

  private void lines(FileChange change) {
    String before = change.before() == null ? "" : change.before().text();
    String after = change.after() == null ? "" : change.after().text();
    lineDifference
        .apply(before, after)
        .lines()
        .forEach(line -> out.append("    ").append(line(line)).append('\n'));
  }

  private String line(String line) {
    String shown = VisibleText.of(line);
    if (line.startsWith("+")) {
      return ansi.change(Kind.ADDED, shown);
    }
    return line.startsWith("-") ? ansi.change(Kind.REMOVED, shown) : shown;
  }

  private static String sign(Kind kind) {
    return switch (kind) {
      case ADDED -> "+";
      case REMOVED -> "-";
      case CHANGED -> "~";
    };
  }

  private static String summary(OutputDifference difference) {
    if (difference.changes().isEmpty()) {
      return "The output does not change";
    }
    return "%s added, %s changed, %s removed"
        .formatted(
            count(difference.count(Kind.ADDED), "file"),
            difference.count(Kind.CHANGED),
            difference.count(Kind.REMOVED));
  }

  private static String count(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
