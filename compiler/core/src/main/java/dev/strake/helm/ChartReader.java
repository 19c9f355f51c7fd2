package dev.strake.helm;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.source.SourceEntry;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceTree;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlFile;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads a chart's folder, and the archives of charts in it. */
final class ChartReader {

  static final Code NOT_A_CHART = Code.error("compile/not-a-chart");

  /** Those of charts that many people use hold some 2 MB. */
  private static final long MOST_BYTES = 64 << 20;

  private static final Pattern ARCHIVE = Pattern.compile("(?:.*/)?charts/[^/]+\\.(?:tgz|tar\\.gz)");

  private final SourceTree tree;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private long room = MOST_BYTES;

  private ChartReader(SourceTree tree) {
    this.tree = tree;
  }

  /**
   * What was read.
   *
   * @param chart empty if too little of it could be understood
   * @param problems why it is not rendered; empty if it can be
   */
  record Result(Optional<Chart> chart, List<Diagnostic> problems) {}

  /**
   * @param marker the chart's Chart.yaml
   */
  static Result read(SourceEntry marker, SourceTree tree) {
    ChartReader reader = new ChartReader(tree);
    return new Result(reader.read(marker), reader.problems);
  }

  private Optional<Chart> read(SourceEntry marker) {
    Optional<YamlMapping> root =
        marker
            .read()
            .match(
                bytes -> describe(SourceFile.decode(marker.path(), bytes)),
                reason -> refuse(marker.path(), reason));
    String folder = parent(marker.path());
    for (SourceEntry entry : tree.files(folder)) {
      String inside = folder.isEmpty() ? entry.path() : entry.path().substring(folder.length() + 1);
      entry.read().match(bytes -> add(entry.path(), inside, bytes), r -> refuse(entry.path(), r));
    }
    return root.map(mapping -> new Chart(folder, mapping.file(), mapping, files));
  }

  private Optional<YamlMapping> describe(SourceFile file) {
    List<Diagnostic> findings = new ArrayList<>();
    YamlFile yaml = YamlReader.withDefaultLimits().read(file, findings::add);
    List<Diagnostic> errors =
        findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
    problems.addAll(errors);
    List<YamlDocument> documents = yaml.documents();
    if (documents.size() == 1 && documents.get(0).root() instanceof YamlMapping root) {
      return Optional.of(root);
    }
    if (errors.isEmpty()) {
      problems.add(
          Diagnostic.of(
              NOT_A_CHART, file.line(1), "a chart is described by one document, a mapping"));
    }
    return Optional.empty();
  }

  private Optional<YamlMapping> add(String path, String inside, byte[] bytes) {
    room -= bytes.length;
    if (room < 0) {
      return refuse(path, "the chart has more than " + MOST_BYTES + " bytes");
    }
    if (!ARCHIVE.matcher(inside).matches()) {
      files.put(inside, bytes);
      return Optional.empty();
    }
    try {
      // A chart is a chart to Helm, packed or not, and only what is unpacked can be looked at.
      String folder = parent(inside);
      TarArchive.unpack(bytes, room)
          .forEach((name, content) -> unpacked(path, folder, name, content));
    } catch (IOException e) {
      refuse(path, e.getMessage() == null ? "it is no archive" : e.getMessage());
    }
    return Optional.empty();
  }

  private void unpacked(String archive, String folder, String name, byte[] content) {
    String path = folder + "/" + name;
    boolean stays = !name.isEmpty() && !name.startsWith("/") && isPlain(name);
    if (!stays) {
      refuse(archive, "it holds a file that would lie elsewhere");
    } else if (files.putIfAbsent(path, content) != null) {
      refuse(archive, "it holds a file that is there already");
    } else {
      room -= content.length;
    }
  }

  private static boolean isPlain(String name) {
    for (String part : name.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf('\\') >= 0) {
        return false;
      }
    }
    return true;
  }

  private Optional<YamlMapping> refuse(String path, String reason) {
    problems.add(
        Diagnostic.of(
            NOT_A_CHART,
            SourceFile.of(path, "").beginning(),
            "the chart is not rendered, because this file was not read: " + reason));
    return Optional.empty();
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
