package dev.strake.helm;

import dev.strake.source.SourceFile;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlReader;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The folders of charts that a chart uses, by the names that Helm gives them: those that they call
 * themselves, or that the chart which uses them calls them.
 */
final class Subcharts {

  private static final String CHARTS = "charts/";

  private final Chart chart;

  /** From {@code charts/cache/} as Helm says it to the folder, with a slash at the end. */
  private final Map<String, String> folders = new HashMap<>();

  private Subcharts(Chart chart) {
    this.chart = chart;
  }

  static Subcharts of(Chart chart) {
    Subcharts found = new Subcharts(chart);
    found.folders.put("", "");
    Map<String, YamlMapping> descriptions = found.descriptions();
    // Outer charts first: their names are the beginning of what inner ones are called.
    descriptions.keySet().stream()
        .sorted((a, b) -> Integer.compare(a.length(), b.length()))
        .forEach(folder -> found.name(folder, descriptions));
    return found;
  }

  private Map<String, YamlMapping> descriptions() {
    Map<String, YamlMapping> found = new TreeMap<>();
    chart
        .files()
        .forEach(
            (path, bytes) -> {
              if (path.matches("(?:charts/[^/]+/)*Chart\\.yaml")) {
                root(SourceFile.decode(path, bytes))
                    .ifPresent(root -> found.put(folder(path), root));
              }
            });
    return found;
  }

  private static Optional<YamlMapping> root(SourceFile file) {
    return YamlReader.withDefaultLimits().read(file, finding -> {}).documents().stream()
        .map(YamlDocument::root)
        .filter(YamlMapping.class::isInstance)
        .map(YamlMapping.class::cast)
        .findFirst();
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private void name(String folder, Map<String, YamlMapping> descriptions) {
    if (folder.isEmpty()) {
      return;
    }
    String parent = folder.substring(0, folder.lastIndexOf(CHARTS));
    List<String> outer =
        folders.entrySet().stream()
            .filter(known -> known.getValue().equals(parent))
            .map(Map.Entry::getKey)
            .toList();
    String own =
        Optional.ofNullable(descriptions.get(folder))
            .flatMap(root -> root.string("name"))
            .orElse("");
    for (String name : names(own, Optional.ofNullable(descriptions.get(parent)))) {
      outer.forEach(prefix -> folders.putIfAbsent(prefix + CHARTS + name + "/", folder));
    }
  }

  private static List<String> names(String own, Optional<YamlMapping> parent) {
    List<String> names = new ArrayList<>(List.of(own));
    List<YamlNode> dependencies =
        parent
            .flatMap(root -> root.sequence("dependencies"))
            .map(YamlSequence::items)
            .orElse(List.of());
    for (YamlNode item : dependencies) {
      if (item instanceof YamlMapping dependency
          && dependency.string("name").filter(own::equals).isPresent()) {
        dependency.string("alias").ifPresent(names::add);
      }
    }
    return names;
  }

  /**
   * The path of a file in the chart's folder.
   *
   * @param named the path as Helm says it, without the name of the outermost chart
   */
  String path(String named) {
    int end = Math.max(named.lastIndexOf("/templates/"), named.lastIndexOf("/crds/"));
    for (int at = end; at > 0; at = named.lastIndexOf('/', at - 1)) {
      String folder = folders.get(named.substring(0, at + 1));
      if (folder != null) {
        return folder + named.substring(at + 1);
      }
    }
    return named;
  }
}
