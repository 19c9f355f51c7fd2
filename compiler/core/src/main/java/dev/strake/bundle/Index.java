package dev.strake.bundle;

import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceFile;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlReader;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * {@code index.json} of a cluster's folder: which files Strake wrote, so that it, and nobody else's
 * files, may be changed or removed the next time.
 *
 * @param cluster the cluster's name
 * @param hosts the cluster's machines, in the order in which they are brought up; empty if there
 *     are none
 * @param files by path, each path once; never the index itself
 */
public record Index(String cluster, List<IndexHost> hosts, List<IndexEntry> files) {

  /** The index's own name in the cluster's folder. */
  public static final String FILE_NAME = "index.json";

  private static final String GENERATOR = "strake";
  private static final String VERSION = "1";
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  public Index {
    hosts = List.copyOf(hosts);
    files = List.copyOf(files);
  }

  public static Index of(Bundle bundle) {
    return new Index(
        bundle.cluster(),
        bundle.hosts().stream().map(IndexHost::of).toList(),
        bundle.artifacts().stream()
            .map(artifact -> IndexEntry.of(artifact, bundle.home()))
            .toList());
  }

  /** The files by path, in order. */
  Map<ArtifactPath, IndexEntry> byPath() {
    Map<ArtifactPath, IndexEntry> entries = new TreeMap<>();
    files.forEach(entry -> entries.put(entry.path(), entry));
    return entries;
  }

  /** Always the same text for the same index: one line a host or a file. */
  public String toJson() {
    StringBuilder out = new StringBuilder("{\n");
    out.append("  \"generator\": \"").append(GENERATOR).append("\",\n");
    out.append("  \"version\": ").append(VERSION).append(",\n");
    out.append("  \"cluster\": ").append(JsonText.quote(cluster)).append(",\n");
    if (!hosts.isEmpty()) {
      out.append(list("hosts", hosts.stream().map(IndexHost::toJson).toList())).append(",\n");
    }
    return out.append(list("files", files.stream().map(Index::json).toList()))
        .append("\n}\n")
        .toString();
  }

  private static String list(String name, List<String> lines) {
    String inside = lines.isEmpty() ? "" : "\n    " + String.join(",\n    ", lines) + "\n  ";
    return "  \"" + name + "\": [" + inside + "]";
  }

  private static String json(IndexEntry entry) {
    return "{\"path\": "
        + JsonText.quote(entry.path().toString())
        + ", \"sha256\": "
        + JsonText.quote(entry.sha256())
        + ", \"mode\": "
        + JsonText.quote(entry.mode().octal())
        + ", \"phase\": "
        + JsonText.quote(entry.phase())
        + ", \"source\": {\"file\": "
        + JsonText.quote(entry.sourceFile())
        + ", \"line\": "
        + entry.sourceLine()
        + "}}";
  }

  /** Reads what {@link #toJson} wrote; empty if it is anything else, also if it is cut short. */
  public static Optional<Index> read(SourceFile file) {
    List<Diagnostic> findings = new ArrayList<>();
    List<YamlDocument> documents =
        YamlReader.withDefaultLimits().read(file, findings::add).documents();
    boolean readable = findings.isEmpty() && documents.size() == 1;
    return readable ? index(documents.get(0).root()) : Optional.empty();
  }

  private static Optional<Index> index(YamlNode node) {
    if (!(node instanceof YamlMapping root)
        || !root.string("generator").equals(Optional.of(GENERATOR))
        || !root.scalar("version").map(YamlScalar::value).equals(Optional.of(VERSION))) {
      return Optional.empty();
    }
    Optional<String> cluster = root.string("cluster");
    Optional<YamlSequence> list = root.sequence("files");
    if (cluster.isEmpty() || list.isEmpty()) {
      return Optional.empty();
    }
    List<IndexEntry> entries = new ArrayList<>();
    for (YamlNode item : list.get().items()) {
      entry(item).ifPresent(entries::add);
    }
    Optional<List<IndexHost>> hosts = IndexHost.read(root);
    boolean whole = entries.size() == list.get().items().size() && hosts.isPresent();
    return whole ? Optional.of(new Index(cluster.get(), hosts.get(), entries)) : Optional.empty();
  }

  private static Optional<IndexEntry> entry(YamlNode node) {
    if (!(node instanceof YamlMapping entry)) {
      return Optional.empty();
    }
    Optional<ArtifactPath> path = entry.string("path").flatMap(ArtifactPath::parse);
    Optional<String> sha256 = entry.string("sha256").filter(s -> SHA256.matcher(s).matches());
    Optional<FileMode> mode = entry.string("mode").flatMap(Index::mode);
    Optional<String> phase = entry.string("phase");
    Optional<YamlMapping> source = entry.mapping("source");
    Optional<String> file = source.flatMap(s -> s.string("file"));
    Optional<YamlScalar> line = source.flatMap(s -> s.scalar("line")).filter(Index::isLine);
    boolean whole =
        path.isPresent()
            && sha256.isPresent()
            && mode.isPresent()
            && phase.isPresent()
            && file.isPresent()
            && line.isPresent();
    if (!whole) {
      return Optional.empty();
    }
    return Optional.of(
        new IndexEntry(
            path.get(),
            sha256.get(),
            mode.get(),
            phase.get(),
            file.get(),
            Integer.parseInt(line.get().text())));
  }

  private static boolean isLine(YamlScalar scalar) {
    return scalar.text().matches("[1-9][0-9]{0,8}");
  }

  private static Optional<FileMode> mode(String octal) {
    return Arrays.stream(FileMode.values()).filter(m -> m.octal().equals(octal)).findFirst();
  }
}
