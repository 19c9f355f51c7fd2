package dev.strake.helm;

import dev.strake.source.SourceFile;
import dev.strake.yaml.YamlMapping;
import java.util.SortedMap;

/**
 * A chart with all its files.
 *
 * @param folder from the root of the tree
 * @param description its Chart.yaml
 * @param root what that says
 * @param files by their path from the chart's folder; archives in it are unpacked
 */
record Chart(
    String folder, SourceFile description, YamlMapping root, SortedMap<String, byte[]> files) {

  static final String DESCRIPTION = "Chart.yaml";

  /** As the chart calls itself; tools name its templates by it. */
  String name() {
    return root.string("name").orElse("");
  }

  /** Whether it holds parts of other charts, and makes no object by itself. */
  boolean isLibrary() {
    return root.string("type").filter("library"::equals).isPresent();
  }

  /** A path in the chart as a path from the root of the tree. */
  String path(String inside) {
    return folder.isEmpty() ? inside : folder + "/" + inside;
  }
}
