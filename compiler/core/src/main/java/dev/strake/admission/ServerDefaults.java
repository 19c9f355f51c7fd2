package dev.strake.admission;

import dev.strake.cel.CelValue;
import dev.strake.manifest.Manifest;
import dev.strake.yaml.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the API server fills in before it asks any policy: an expression may read {@code
 * spec.replicas} of a Deployment that does not say it.
 *
 * @see <a
 *     href="https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/v1/defaults.go">defaults.go</a>
 */
final class ServerDefaults {

  private static final String TABLE = "server-defaults.tsv";
  private static final String TITLES = "kind\tpath\tvalue\twhen";
  private static final int COLUMNS = 4;

  /** In the column of kinds: a pod, wherever it stands. */
  private static final String POD = "/Pod";

  /** A pod itself, and no template of one. */
  private static final String PODS = "/pods";

  private final List<ServerDefault> rows;

  private ServerDefaults(List<ServerDefault> rows) {
    this.rows = List.copyOf(rows);
  }

  static ServerDefaults table() {
    return Holder.TABLE;
  }

  private static final class Holder {
    private static final ServerDefaults TABLE = load();
  }

  private static ServerDefaults load() {
    try (InputStream in = ServerDefaults.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("no table " + TABLE);
      }
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE + " cannot be read", e);
    }
  }

  /**
   * @throws IllegalStateException if the table is broken
   */
  static ServerDefaults of(String text) {
    List<String> lines =
        text.lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    if (!lines.get(0).equals(TITLES)) {
      throw new IllegalStateException("unknown columns: " + lines.get(0));
    }
    return new ServerDefaults(lines.stream().skip(1).flatMap(ServerDefaults::rows).toList());
  }

  private static Stream<ServerDefault> rows(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != COLUMNS) {
      throw new IllegalStateException("not a row: " + line);
    }
    return Stream.of(columns[0].split(",", -1))
        .map(kind -> ServerDefault.of(kind, columns[1], columns[2], columns[3]));
  }

  /**
   * What policies read of an object.
   *
   * @param base where it stands in the manifest: the root, or the template of a pod
   * @param template where, below that, it has a template of pods, which of a pod is itself
   */
  CelValue apply(
      Manifest manifest, NodePath base, Optional<NodePath> template, ServedObject served) {
    ServedResource resource = served.resource();
    ObjectTree object = manifest.find(base).map(ObjectTree::of).orElseGet(ObjectTree::empty);
    object.set("apiVersion", served.apiVersion());
    object.set("kind", resource.kind());
    object.setMetadata(served.namespace(), resource.isNamespaces() ? manifest.ref().name() : "");
    boolean isPod = resource.equals(ServedResource.PODS);
    // Those of pods have lines of their own, which count for templates too.
    String kind = isPod ? PODS : resource.group() + "/" + resource.kind();
    for (ServerDefault row : rows) {
      if (row.kind().equals(kind)) {
        row.apply(object, List.of());
      } else if (row.kind().equals(POD)) {
        template.ifPresent(path -> row.apply(object, keys(path)));
      }
    }
    return object.value();
  }

  private static List<String> keys(NodePath path) {
    String pointer = path.pointer();
    return pointer.isEmpty() ? List.of() : List.of(pointer.substring(1).split("/", -1));
  }
}
