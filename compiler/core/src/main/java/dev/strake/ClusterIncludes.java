package dev.strake;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.input.ClusterFolder;
import dev.strake.source.SourceEntry;
import dev.strake.source.SourceRange;
import dev.strake.value.Parsed;
import dev.strake.value.RelativePath;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlFile;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlNode;
import dev.strake.yaml.YamlScalar;
import dev.strake.yaml.YamlSequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files that {@code spec.includes} names, and those that they name: first all of one file
 * in their order, then what these include. Paths are relative to the folder of the cluster.yaml.
 */
final class ClusterIncludes {

  static final Code INCLUDE_MISSING = Code.error("spec/include-missing");
  static final Code INCLUDE_CYCLE = Code.error("spec/include-cycle");
  static final Code INCLUDE_DUPLICATE = Code.error("spec/include-duplicate");

  /**
   * @param includedBy the path of the file that includes it; null for the cluster.yaml
   * @param at where it is included
   */
  private record Included(@Nullable String includedBy, SourceRange at) {}

  private final SourceReader reader;
  private final ClusterFolder folder;
  private final DiagnosticSink sink;
  private final Map<String, Included> seen = new HashMap<>();
  private final Deque<YamlDocument> open = new ArrayDeque<>();
  private final List<YamlDocument> parts = new ArrayList<>();
  private boolean whole = true;

  ClusterIncludes(SourceReader reader, ClusterFolder folder, DiagnosticSink sink) {
    this.reader = reader;
    this.folder = folder;
    this.sink = sink;
  }

  /** The parts of a cluster's spec that stand in other files; without those that are broken. */
  List<YamlDocument> read(YamlDocument main) {
    seen.put(folder.clusterFile().path(), new Included(null, main.root().range()));
    open.add(main);
    while (!open.isEmpty()) {
      YamlDocument document = open.remove();
      for (YamlNode include : includes(document)) {
        follow(include, document.file().path());
      }
    }
    return List.copyOf(parts);
  }

  /** The files that were named, from the root. */
  Set<String> paths() {
    return Set.copyOf(seen.keySet());
  }

  /** Whether every file was there and could be read. */
  boolean isWhole() {
    return whole;
  }

  private static List<YamlNode> includes(YamlDocument document) {
    return document.root() instanceof YamlMapping root
        ? root.mapping("spec")
            .flatMap(spec -> spec.sequence("includes"))
            .map(YamlSequence::items)
            .orElse(List.of())
        : List.of();
  }

  /** What is no path, the binder reports. */
  private void follow(YamlNode include, String from) {
    boolean isPath =
        include instanceof YamlScalar scalar
            && scalar.isString()
            && RelativePath.parse(scalar.text()) instanceof Parsed.Ok;
    if (!isPath) {
      return;
    }
    String path = folder.resolve(((YamlScalar) include).text());
    Included before = seen.putIfAbsent(path, new Included(from, include.range()));
    if (before != null) {
      refuse(again(include.range(), path, from, before));
      return;
    }
    Optional<SourceEntry> entry = folder.entry(path);
    if (entry.isEmpty()) {
      refuse(
          Diagnostic.of(
                  INCLUDE_MISSING, include.range(), "there is no file " + path + " to include")
              .withHelp("correct the path: it is relative to the folder of the cluster.yaml"));
      return;
    }
    reader.read(entry.get()).ifPresentOrElse(this::add, () -> whole = false);
  }

  private void add(YamlFile file) {
    whole &= file.withheld().isEmpty();
    List<YamlDocument> documents = file.documents();
    documents.stream().limit(1).forEach(parts::add);
    documents.stream().limit(1).forEach(open::add);
    documents.stream().skip(1).forEach(extra -> refuse(ClusterReader.extraDocument(extra)));
  }

  private void refuse(Diagnostic finding) {
    whole = false;
    sink.report(finding);
  }

  private Diagnostic again(SourceRange at, String path, String from, Included before) {
    if (isAround(path, from)) {
      return Diagnostic.of(INCLUDE_CYCLE, at, path + " includes itself")
          .withHelp("leave out the entry")
          .withRelated(before.at(), "the circle begins here");
    }
    return Diagnostic.of(INCLUDE_DUPLICATE, at, path + " is included twice")
        .withHelp("leave out the entry")
        .withRelated(before.at(), "included here already");
  }

  /** Whether a file is another, or includes it by whatever detour. */
  private boolean isAround(String path, String other) {
    @Nullable String at = other;
    while (at != null) {
      if (at.equals(path)) {
        return true;
      }
      Included included = seen.get(at);
      at = included == null ? null : included.includedBy();
    }
    return false;
  }
}
