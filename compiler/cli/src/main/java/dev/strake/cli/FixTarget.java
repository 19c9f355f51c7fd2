package dev.strake.cli;

import dev.strake.bundle.EditedFile;
import dev.strake.fix.FixOutcome.ChangedFile;
import dev.strake.source.SourceEntry;
import dev.strake.source.SourceFile;
import dev.strake.source.SourceTree;
import dev.strake.source.UnionTree;
import dev.strake.source.WorkingTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** The files that fixes may change: those below the paths that were named, and no others. */
final class FixTarget {

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final SourceTree tree;
  private final Map<String, Path> files;

  private FixTarget(SourceTree tree, Map<String, Path> files) {
    this.tree = tree;
    this.files = files;
  }

  /**
   * @throws picocli.CommandLine.ParameterException if one of the paths cannot be read: exit code 2
   */
  static FixTarget open(CommandSpec spec, List<Path> paths) {
    List<WorkingTree> trees = paths.stream().map(path -> InputPaths.open(spec, path)).toList();
    Map<String, Path> files = new HashMap<>();
    for (WorkingTree one : trees) {
      for (SourceEntry entry : one.entries()) {
        Path file = one.root().resolve(entry.path());
        files.putIfAbsent(entry.path(), file);
        // As several roots tell files of one name apart.
        files.putIfAbsent(InputPaths.text(file), file);
      }
    }
    return new FixTarget(trees.size() == 1 ? trees.get(0) : new UnionTree(trees), files);
  }

  SourceTree tree() {
    return tree;
  }

  /** Why a file is not changed, as a clause; empty if it may be. */
  Optional<String> reasonToLeave(String path) {
    Path file = files.get(path);
    if (file == null) {
      return Optional.of("the file is not below the paths that were named");
    }
    return Files.isSymbolicLink(file)
        ? Optional.of("the file is a link; name what it leads to")
        : Optional.empty();
  }

  /**
   * Writes all files, or none if one of them is not any more what was read.
   *
   * @return what was not written, and why
   */
  List<String> write(List<ChangedFile> changed) {
    List<String> failures = new ArrayList<>();
    List<Writing> writings = new ArrayList<>();
    for (ChangedFile file : changed) {
      writing(file, failures).ifPresent(writings::add);
    }
    if (failures.isEmpty()) {
      for (Writing writing : writings) {
        writing
            .file()
            .write(writing.content())
            .ifPresent(reason -> failures.add(writing.path() + ": " + reason));
      }
    }
    return failures;
  }

  @SuppressWarnings("ArrayRecordComponent") // Passed on at once, never compared.
  private record Writing(String path, EditedFile file, byte[] content) {}

  private Optional<Writing> writing(ChangedFile changed, List<String> failures) {
    Path file = files.get(changed.path());
    if (file == null) {
      throw new IllegalStateException("changed without leave: " + changed.path());
    }
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readAllBytes();
      if (SourceFile.decode(changed.path(), bytes).text().equals(changed.before().text())) {
        return Optional.of(
            new Writing(
                changed.path(), new EditedFile(file, bytes), content(bytes, changed.after())));
      }
      failures.add(changed.path() + ": it has changed since it was read");
    } catch (IOException e) {
      failures.add(changed.path() + ": " + e.getClass().getSimpleName());
    }
    return Optional.empty();
  }

  /** A byte order mark is no part of the text, and stays. */
  private static byte[] content(byte[] before, String after) {
    byte[] text = after.getBytes(StandardCharsets.UTF_8);
    boolean marked =
        before.length >= BYTE_ORDER_MARK.length
            && before[0] == BYTE_ORDER_MARK[0]
            && before[1] == BYTE_ORDER_MARK[1]
            && before[2] == BYTE_ORDER_MARK[2];
    if (!marked) {
      return text;
    }
    byte[] content = new byte[BYTE_ORDER_MARK.length + text.length];
    System.arraycopy(BYTE_ORDER_MARK, 0, content, 0, BYTE_ORDER_MARK.length);
    System.arraycopy(text, 0, content, BYTE_ORDER_MARK.length, text.length);
    return content;
  }
}
