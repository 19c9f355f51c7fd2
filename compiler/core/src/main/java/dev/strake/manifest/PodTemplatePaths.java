package dev.strake.manifest;

import dev.strake.diagnostic.ObjectRef;
import dev.strake.yaml.NodePath;
import dev.strake.yaml.YamlMapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which kinds make pods, and where their objects keep the template of these. Immutable: those of
 * Kubernetes, widely used custom resources, and what users add.
 */
public final class PodTemplatePaths {

  /** A kind, in any version. */
  private record Kind(String group, String kind) {}

  /** What nobody needs to declare. */
  public static final PodTemplatePaths KNOWN = new PodTemplatePaths(load());

  private final Map<Kind, NodePath> paths;

  private PodTemplatePaths(Map<Kind, NodePath> paths) {
    this.paths = paths;
  }

  private static Map<Kind, NodePath> load() {
    Map<Kind, NodePath> paths = new LinkedHashMap<>();
    List<String> lines = text().lines().filter(line -> !line.startsWith("#")).skip(1).toList();
    for (String line : lines) {
      String[] cells = line.split("\t", -1);
      if (cells.length != 3 || !cells[2].startsWith("/")) {
        throw new IllegalStateException("pod-templates.tsv: " + line);
      }
      String path = cells[2].substring(1);
      paths.put(
          new Kind(cells[0].equals("-") ? "" : cells[0], cells[1]),
          path.isEmpty() ? NodePath.ROOT : NodePath.of(path.split("/", -1)));
    }
    return paths;
  }

  private static String text() {
    try (InputStream in = PodTemplatePaths.class.getResourceAsStream("pod-templates.tsv")) {
      if (in == null) {
        throw new IllegalStateException("no table pod-templates.tsv");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * These and one more kind, whose path takes the place of one that is known already.
   *
   * @param template where the metadata and the spec of pods lie
   */
  public PodTemplatePaths with(String group, String kind, NodePath template) {
    Map<Kind, NodePath> more = new LinkedHashMap<>(paths);
    more.put(new Kind(group, kind), template);
    return new PodTemplatePaths(more);
  }

  /** Where objects of a kind keep their template; empty if the kind makes no pods. */
  public Optional<NodePath> ofKind(String group, String kind) {
    return Optional.ofNullable(paths.get(new Kind(group, kind)));
  }

  /**
   * Where an object has its template; empty if it makes no pods, or has nothing there: some custom
   * resources refer to the template of another object instead.
   */
  public Optional<NodePath> find(Manifest object) {
    ObjectRef ref = object.ref();
    return ofKind(group(ref.apiVersion()), ref.kind())
        .filter(path -> object.find(path).filter(YamlMapping.class::isInstance).isPresent());
  }

  private static String group(String apiVersion) {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }
}
