package dev.strake.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks a folder once, without following links, and judges each thing it meets. */
final class TreeLister extends SimpleFileVisitor<Path> {

  private final Path root;
  private final Path start;
  private final Predicate<String> wanted;
  private final TreeLimits limits;
  private final FileOpener opener;
  private final List<SourceEntry> found = new ArrayList<>();
  private int seen;

  TreeLister(Path root, Path start, Predicate<String> wanted, TreeLimits limits) {
    this.root = root;
    this.start = start;
    this.wanted = wanted;
    this.limits = limits;
    this.opener = new FileOpener(root, start, limits);
  }

  /** In the order of the file system. */
  List<SourceEntry> list() {
    try {
      Files.walkFileTree(start, this);
    } catch (IOException e) {
      found.add(SourceEntry.refused(startPath(), FileOpener.reason(e)));
    }
    return found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (isFull()) {
      return FileVisitResult.TERMINATE;
    }
    boolean skipped = !folder.equals(start) && PathNames.isHidden(folder);
    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (isFull()) {
      return FileVisitResult.TERMINATE;
    }
    if (attributes.isSymbolicLink()) {
      visitLink(file);
    } else if (wanted.test(name(file))) {
      found.add(
          attributes.isRegularFile()
              ? new SourceEntry(name(file), () -> opener.read(file))
              : SourceEntry.refused(name(file), "it is a device, a pipe or a socket"));
    }
    return FileVisitResult.CONTINUE;
  }

  /** A link without a wanted name is listed only if it hides a folder. */
  private void visitLink(Path link) {
    if (wanted.test(name(link))) {
      found.add(new SourceEntry(name(link), () -> opener.readLink(link)));
    } else if (!PathNames.isHidden(link) && Files.isDirectory(link)) {
      found.add(SourceEntry.refused(name(link), FileOpener.FOLDER_LINK));
    }
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    if (!PathNames.isHidden(file) || wanted.test(name(file))) {
      found.add(SourceEntry.refused(name(file), FileOpener.reason(e)));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
    if (e != null) {
      found.add(
          SourceEntry.refused(
              folder.equals(start) ? startPath() : name(folder), FileOpener.reason(e)));
    }
    return FileVisitResult.CONTINUE;
  }

  /** Counts one more thing that was met; the first one too many is reported in place of all. */
  private boolean isFull() {
    seen++;
    if (seen <= limits.entries()) {
      return false;
    }
    found.add(
        SourceEntry.refused(
            startPath(),
            "it holds more than "
                + limits.entries()
                + " files and folders, and the rest was not read"));
    return true;
  }

  private String startPath() {
    String name = name(start);
    return name.isEmpty() ? "." : name;
  }

  private String name(Path path) {
    return PathNames.relative(root, path);
  }
}
