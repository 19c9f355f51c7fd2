package dev.strake.helm;

import dev.strake.manifest.Manifest;
import dev.strake.manifest.SourceMap;
import dev.strake.rendering.RenderedText;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceRange;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlEntry;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leads from what a chart has rendered to the lines of its templates. */
final class TemplatePlaces implements RenderedText.Places {

  private final ChartSources sources;
  private final TemplateSections sections;

  TemplatePlaces(Chart chart, ChartSources sources, SourceFile rendered) {
    this.sources = sources;
    this.sections = TemplateSections.of(chart, sources, rendered);
  }

  @Override
  public Manifest traced(Manifest object) {
    Optional<TemplateSection> section = sections.at(object.root().start());
    Map<NodePath, SourceRange> places = new HashMap<>();
    section.ifPresent(found -> visit(object.root(), NodePath.ROOT, found, places));
    SourceRange origin =
        section.map(found -> found.origin(object.root().start())).orElseGet(sources::ofChart);
    return new Manifest(
        object.root(), object.ref(), SourceMap.ofRendered(origin, places), object.base());
  }

  @Override
  public SourceRange origin(SourceRange rendered) {
    return sections
        .at(rendered.start())
        .map(section -> section.origin(rendered.start()))
        .orElseGet(sources::ofChart);
  }

  private static void visit(
      YamlNode node, NodePath path, TemplateSection section, Map<NodePath, SourceRange> places) {
    if (node instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        NodePath child = path.key(entry.name());
        put(section.place(entry.key(), visible(entry.value())), child, places);
        visit(entry.value(), child, section, places);
      }
    } else if (node instanceof YamlSequence list) {
      List<YamlNode> items = list.items();
      for (int i = 0; i < items.size(); i++) {
        NodePath child = path.index(i);
        put(section.place(items.get(i), visible(items.get(i))), child, places);
        visit(items.get(i), child, section, places);
      }
    }
  }

  private static void put(
      Optional<SourceRange> place, NodePath path, Map<NodePath, SourceRange> places) {
    place.ifPresent(found -> places.put(path, found));
  }

  private static @Nullable YamlScalar visible(YamlNode node) {
    return node instanceof YamlScalar scalar && scalar.start() < scalar.end() ? scalar : null;
  }
}
