package dev.strake.kustomize;

import dev.strake.rendering.RenderInput;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlTree;
import dev.strake.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a tool gets to see of an overlay: its files, and beside them a Kustomization of ours around
 * it, which asks for a note on each object about the file that it is from.
 *
 * @see <a
 *     href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/buildmetadata/">buildMetadata</a>
 */
final class BuildInput {

  private static final String TREE = "tree";
  private static final String AROUND = "around";

  /** What Kustomize says of the way from our Kustomization to the user's. */
  private static final Pattern OURS =
      Pattern.compile(
          "^accumulating resources: accumulation err='accumulating resources from '[^']*': '[^']*'"
              + " must resolve to a file': (?:recursed accumulation of|couldn't make target for)"
              + " path '[^']*': ");

  /** Kustomize quotes all of a configuration, which may hold the values of a Secret. */
  private static final Pattern QUOTED = Pattern.compile(" with config: `.*?`", Pattern.DOTALL);

  private static final Pattern PATH = Pattern.compile("\\.\\./" + TREE + "/(\\S+)");

  private BuildInput() {}

  static RenderInput of(Overlay overlay) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    overlay.files().forEach((path, bytes) -> files.put(TreePath.join(TREE, path), bytes));
    byte[] around = YamlWriter.write(around(overlay)).getBytes(StandardCharsets.UTF_8);
    files.put(TreePath.join(AROUND, KustomizationFile.NAMES.get(0)), around);
    return new RenderInput(AROUND, files);
  }

  private static Map<String, @Nullable Object> around(Overlay overlay) {
    String folder = overlay.root().folder();
    Map<String, @Nullable Object> around = new LinkedHashMap<>();
    around.put("resources", List.of("../" + (folder.isEmpty() ? TREE : TREE + "/" + folder)));
    List<@Nullable Object> metadata = new ArrayList<>();
    // Only the outermost one's count, and that is now ours.
    overlay.root().items("buildMetadata").map(YamlTree::of).forEach(metadata::add);
    if (!metadata.contains(OriginNote.OPTION)) {
      metadata.add(OriginNote.OPTION);
    }
    around.put("buildMetadata", metadata);
    KustomizationFile.values(overlay.root().root(), "sortOptions")
        .findFirst()
        .ifPresent(options -> around.put("sortOptions", YamlTree.of(options)));
    return around;
  }

  /**
   * The path in the repository that a note means.
   *
   * @param path as a tool writes it, seen from our Kustomization
   */
  static Optional<String> pathInRepository(String path) {
    return TreePath.resolve(AROUND, path)
        .filter(found -> found.startsWith(TREE + "/"))
        .map(found -> found.substring(TREE.length() + 1));
  }

  /** A note with its paths as a Kustomization in some folder would have them. */
  static String withPathsFrom(String folder, String note) {
    return PATH.matcher(note)
        .replaceAll(path -> Matcher.quoteReplacement(TreePath.relative(folder, path.group(1))));
  }

  /** A tool's words with the paths that users know. */
  static String pathsOfUsers(String problem) {
    String paths = problem.replaceAll("(?<![\\w/.-])(?:\\.\\./)?" + TREE + "(?:/|(?='))", "");
    return OURS.matcher(QUOTED.matcher(paths).replaceAll("")).replaceFirst("");
  }

  /** Whether the overlay itself asks for something that ours asks for as well. */
  static boolean asksFor(Overlay overlay, String option) {
    return KustomizationFile.texts(overlay.root().items("buildMetadata"))
        .map(YamlNode.class::cast)
        .map(YamlTree::of)
        .anyMatch(option::equals);
  }
}
