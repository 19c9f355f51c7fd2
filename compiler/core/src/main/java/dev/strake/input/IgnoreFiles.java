package dev.strake.input;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.DiagnosticSink;
import dev.strake.source.SourceEntry;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code .strakeignore} files of a tree, which say what is no input. They read like Git's: one
 * in a folder speaks of what is below it, the nearest counts first, and in one file the last line.
 *
 * @see <a href="https://git-scm.com/docs/gitignore">gitignore</a>
 */
final class IgnoreFiles {

  static final Code IGNORE_FILE = Code.error("yaml/ignore-file");

  private static final String NAME = ".strakeignore";

  /** Each line is held against each file. */
  private static final int MOST_BYTES = 64 * 1024;

  private final SourceTree tree;
  private final DiagnosticSink sink;
  private final Map<String, List<IgnoreRule>> rulesOfFolders = new HashMap<>();
  private final Map<String, Boolean> ignoredFolders = new HashMap<>();

  IgnoreFiles(SourceTree tree, DiagnosticSink sink) {
    this.tree = tree;
    this.sink = sink;
  }

  /** Whether a file is left out, by itself or with a folder that it is in. */
  boolean ignores(String path) {
    return folderIsIgnored(parent(path)) || decide(path, false);
  }

  private boolean folderIsIgnored(String folder) {
    if (folder.isEmpty()) {
      return false;
    }
    Boolean known = ignoredFolders.get(folder);
    if (known == null) {
      known = folderIsIgnored(parent(folder)) || decide(folder, true);
      ignoredFolders.put(folder, known);
    }
    return known;
  }

  private boolean decide(String path, boolean isFolder) {
    List<String> names = Arrays.asList(path.split("/", -1));
    for (int depth = names.size() - 1; depth >= 0; depth--) {
      String folder = String.join("/", names.subList(0, depth));
      List<String> below = names.subList(depth, names.size());
      List<IgnoreRule> rules = rules(folder);
      for (int i = rules.size() - 1; i >= 0; i--) {
        if (rules.get(i).matches(below, isFolder)) {
          return !rules.get(i).again();
        }
      }
    }
    return false;
  }

  private List<IgnoreRule> rules(String folder) {
    return rulesOfFolders.computeIfAbsent(
        folder,
        of -> {
          String path = of.isEmpty() ? NAME : of + "/" + NAME;
          Optional<SourceEntry> file = tree.file(path);
          return file.map(this::read).orElse(List.of());
        });
  }

  private List<IgnoreRule> read(SourceEntry file) {
    return file.read()
        .match(
            bytes ->
                bytes.length > MOST_BYTES
                    ? refuse(file, "it has more than " + MOST_BYTES + " bytes")
                    : rules(SourceFile.decode(file.path(), bytes)),
            reason -> refuse(file, reason));
  }

  private static List<IgnoreRule> rules(SourceFile file) {
    List<IgnoreRule> rules = new ArrayList<>();
    file.text().lines().forEach(line -> IgnoreRule.of(line).ifPresent(rules::add));
    return rules;
  }

  private List<IgnoreRule> refuse(SourceEntry file, String reason) {
    sink.report(
        Diagnostic.of(
                IGNORE_FILE,
                SourceFile.of(file.path(), "").beginning(),
                "the file was not read, and leaves nothing out: " + reason)
            .withHelp("write a small text file, one pattern a line"));
    return List.of();
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
