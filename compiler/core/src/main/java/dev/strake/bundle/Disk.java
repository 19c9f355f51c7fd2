package dev.strake.bundle;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The few things that a writer does to a disk, each of them whole or not at all; links are seen,
 * not followed.
 */
final class Disk {

  /** What stands at a path. */
  enum Found {
    NOTHING,
    FILE,
    FOLDER,
    LINK,
    OTHER
  }

  private final Runnable beforeEachChange;

  /**
   * @param beforeEachChange for tests that end the program at every point
   */
  Disk(Runnable beforeEachChange) {
    this.beforeEachChange = beforeEachChange;
  }

  Found find(Path path) throws IOException {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isSymbolicLink()) {
        return Found.LINK;
      }
      if (attributes.isDirectory()) {
        return Found.FOLDER;
      }
      return attributes.isRegularFile() ? Found.FILE : Found.OTHER;
    } catch (NoSuchFileException e) {
      return Found.NOTHING;
    }
  }

  byte[] read(Path file) throws IOException {
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readAllBytes();
    }
  }

  /** What is in a folder, sorted. */
  List<Path> list(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }

  boolean hasMode(Path file, FileMode mode) throws IOException {
    PosixFileAttributeView view = posix(file);
    return view == null || view.readAttributes().permissions().equals(permissions(mode));
  }

  private static @Nullable PosixFileAttributeView posix(Path file) {
    return Files.getFileAttributeView(
        file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static Set<PosixFilePermission> permissions(FileMode mode) {
    return PosixFilePermissions.fromString(mode == FileMode.EXECUTABLE ? "rwxr-xr-x" : "rw-r--r--");
  }

  void createFolder(Path folder) throws IOException {
    beforeEachChange.run();
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (find(folder) != Found.FOLDER) {
        throw e;
      }
    }
  }

  /** A file that is not there yet. */
  void create(Path file, byte[] content, FileMode mode) throws IOException {
    beforeEachChange.run();
    Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    PosixFileAttributeView view = posix(file);
    if (view != null) {
      view.setPermissions(permissions(mode));
    }
  }

  /** A file that is not there yet, with the permissions of another. */
  void createLike(Path other, Path file, byte[] content) throws IOException {
    create(file, content, FileMode.REGULAR);
    PosixFileAttributeView from = posix(other);
    PosixFileAttributeView to = posix(file);
    if (from != null && to != null) {
      to.setPermissions(from.readAttributes().permissions());
    }
  }

  /** Puts a file in the place of another at once. */
  void move(Path from, Path to) throws IOException {
    beforeEachChange.run();
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  void delete(Path file) throws IOException {
    beforeEachChange.run();
    Files.deleteIfExists(file);
  }

  /** Says whether the folder is gone: one with something in it stays. */
  boolean deleteIfEmpty(Path folder) throws IOException {
    beforeEachChange.run();
    try {
      Files.deleteIfExists(folder);
      return true;
    } catch (DirectoryNotEmptyException e) {
      return false;
    }
  }
}
