package dev.strake.kustomize;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import dev.strake.source.SourceContent;
import dev.strake.source.SourceEntry;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceTree;
import dev.strake.yaml.YamlDocument;
import dev.strake.yaml.YamlFile;
import dev.strake.yaml.YamlMapping;
import dev.strake.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files that overlays lead to, each read once: several overlays share their bases. */
final class TreeFiles {

  static final Code NOT_A_KUSTOMIZATION = Code.error("compile/not-a-kustomization");

  private final SourceTree tree;
  private final YamlReader yaml = YamlReader.withDefaultLimits();
  private final Map<String, Optional<Description>> descriptions = new HashMap<>();
  private final Map<String, SourceContent> contents = new HashMap<>();
  private final Map<String, Text> texts = new HashMap<>();

  TreeFiles(SourceTree tree) {
    this.tree = tree;
  }

  /**
   * What describes a folder.
   *
   * @param file empty if it cannot be understood
   * @param problems why not
   */
  record Description(Optional<KustomizationFile> file, List<Diagnostic> problems) {}

  /**
   * A file read as YAML.
   *
   * @param problems that keep a part of it from being read
   */
  record Text(YamlFile yaml, List<Diagnostic> problems) {}

  /** Empty if the folder has none of the files that describe a Kustomization. */
  Optional<Description> description(String folder) {
    return descriptions.computeIfAbsent(folder, this::describe);
  }

  /** Empty if there is no such file. */
  Optional<SourceContent> content(String path) {
    SourceContent known = contents.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<SourceContent> read = tree.file(path).map(SourceEntry::read);
    read.ifPresent(content -> contents.put(path, content));
    return read;
  }

  /** The same file again is the same text, so that places in it can be compared. */
  Text text(String path, byte[] bytes) {
    return texts.computeIfAbsent(path, name -> read(SourceFile.decode(name, bytes)));
  }

  /** A text that stands in another file. */
  Text text(SourceFile file) {
    return read(file);
  }

  private Text read(SourceFile file) {
    List<Diagnostic> findings = new ArrayList<>();
    YamlFile read = yaml.read(file, findings::add);
    List<Diagnostic> errors =
        findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
    return new Text(read, errors);
  }

  private Optional<Description> describe(String folder) {
    List<String> paths = new ArrayList<>();
    for (String name : KustomizationFile.NAMES) {
      String path = TreePath.join(folder, name);
      if (content(path).isPresent()) {
        paths.add(path);
      }
    }
    if (paths.isEmpty()) {
      return Optional.empty();
    }
    if (paths.size() > 1) {
      return Optional.of(
          unusable(
              SourceFile.of(paths.get(1), ""),
              "the folder has %s too, and Kustomize takes neither".formatted(paths.get(0))));
    }
    return Optional.of(describe(folder, paths.get(0)));
  }

  private Description describe(String folder, String path) {
    return content(path)
        .orElseThrow()
        .match(
            bytes -> describe(folder, text(path, bytes)),
            reason -> unusable(SourceFile.of(path, ""), "the file was not read: " + reason));
  }

  private static Description describe(String folder, Text text) {
    SourceFile file = text.yaml().file();
    if (!text.problems().isEmpty()) {
      return new Description(Optional.empty(), text.problems());
    }
    List<YamlDocument> documents = text.yaml().documents();
    if (documents.size() != 1 || !(documents.get(0).root() instanceof YamlMapping root)) {
      return unusable(file, "a Kustomization is one document, a mapping with a list of resources");
    }
    return new Description(Optional.of(new KustomizationFile(folder, file, root)), List.of());
  }

  private static Description unusable(SourceFile file, String problem) {
    Diagnostic finding = Diagnostic.of(NOT_A_KUSTOMIZATION, file.line(1), problem);
    return new Description(Optional.empty(), List.of(finding));
  }
}
