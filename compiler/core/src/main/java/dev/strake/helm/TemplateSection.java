package dev.strake.helm;

import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A document and the template that has made it. */
final class TemplateSection {

  private final SourceRange made;
  private final SourceFile template;
  private final int firstLine;
  private int @Nullable [] lines;

  /**
   * @param made the document in the whole of what was rendered
   */
  TemplateSection(SourceRange made, SourceFile template) {
    this.made = made;
    this.template = template;
    this.firstLine = made.startPosition().line();
  }

  /** The line that made the text at an offset, or else the template's first. */
  SourceRange origin(int offset) {
    return line(offset).map(this::trimmed).orElseGet(() -> template.line(1));
  }

  /**
   * Where a part was written: its value, or the action that gives it, or else its key.
   *
   * @param part as it was made: a key, or an item of a list
   * @param value that the part has, if it is one that can be seen
   */
  Optional<SourceRange> place(YamlNode part, @Nullable YamlScalar value) {
    return line(part.start())
        .map(
            line ->
                value == null
                    ? beginning(line, part).orElseGet(() -> trimmed(line))
                    : literal(line, part, value)
                        .or(() -> action(line))
                        .or(() -> beginning(line, part))
                        .orElseGet(() -> trimmed(line)));
  }

  private Optional<SourceRange> line(int offset) {
    int row = made.file().position(offset).line() - firstLine;
    int[] found = lines();
    return row >= 0 && row < found.length && found[row] >= 0
        ? Optional.of(template.line(found[row] + 1))
        : Optional.empty();
  }

  private int[] lines() {
    int[] found = lines;
    if (found == null) {
      found = LineAlignment.of(made.text().lines().toList(), texts());
      lines = found;
    }
    return found;
  }

  private List<String> texts() {
    return IntStream.rangeClosed(1, template.lineCount())
        .mapToObj(line -> template.line(line).text())
        .toList();
  }

  /** The value in a line of the template: behind its key, or wherever it stands once. */
  private Optional<SourceRange> literal(SourceRange line, YamlNode part, YamlScalar value) {
    String text = value.range().text();
    Matcher behindKey =
        Pattern.compile(Pattern.quote(part.range().text()) + "\\s*:\\s+" + Pattern.quote(text))
            .matcher(line.text());
    if (behindKey.find()) {
      return Optional.of(part(line, behindKey.end() - text.length(), behindKey.end()));
    }
    int at = line.text().indexOf(text);
    boolean once = at >= 0 && text.indexOf('\n') < 0 && at == line.text().lastIndexOf(text);
    return once ? Optional.of(part(line, at, at + text.length())) : Optional.empty();
  }

  private Optional<SourceRange> action(SourceRange line) {
    int start = line.text().indexOf("{{");
    int end = line.text().lastIndexOf("}}");
    return start >= 0 && end > start ? Optional.of(part(line, start, end + 2)) : Optional.empty();
  }

  private Optional<SourceRange> beginning(SourceRange line, YamlNode part) {
    String key = part.range().text();
    int at = line.text().indexOf(key);
    boolean first =
        at >= 0 && key.indexOf('\n') < 0 && line.text().substring(0, at).matches("[ -]*");
    return first ? Optional.of(part(line, at, at + key.length())) : Optional.empty();
  }

  private SourceRange part(SourceRange line, int from, int to) {
    return template.range(line.start() + from, line.start() + to);
  }

  private SourceRange trimmed(SourceRange line) {
    String text = line.text();
    int start = text.length() - text.stripLeading().length();
    int end = text.stripTrailing().length();
    return part(line, Math.min(start, end), end);
  }
}
