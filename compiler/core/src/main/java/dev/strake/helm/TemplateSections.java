package dev.strake.helm;

import dev.strake.source.SourceFile;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The documents that a tool has printed, by the templates that it names above each. */
final class TemplateSections {

  private static final Pattern HEADER = Pattern.compile("(?m)^---\\n# Source: (.+)\\n");

  private final NavigableMap<Integer, TemplateSection> byStart;

  private TemplateSections(NavigableMap<Integer, TemplateSection> byStart) {
    this.byStart = byStart;
  }

  static TemplateSections of(Chart chart, ChartSources sources, SourceFile rendered) {
    NavigableMap<Integer, TemplateSection> sections = new TreeMap<>();
    Matcher header = HEADER.matcher(rendered.text());
    boolean found = header.find();
    while (found) {
      int start = header.end();
      Optional<SourceFile> template = sources.named(header.group(1));
      found = header.find();
      int end = found ? header.start() : rendered.text().length();
      template.ifPresent(
          file -> sections.put(start, new TemplateSection(rendered.range(start, end), file)));
      if (template.isEmpty()) {
        sections.put(start, new TemplateSection(rendered.range(start, end), chart.description()));
      }
    }
    return new TemplateSections(sections);
  }

  /** The one that an offset lies in. */
  Optional<TemplateSection> at(int offset) {
    return Optional.ofNullable(byStart.floorEntry(offset)).map(Map.Entry::getValue);
  }
}
