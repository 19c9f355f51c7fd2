package dev.strake.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A folder that nobody else can read, and that is gone when it is closed. */
final class PrivateFolder implements AutoCloseable {

  private final Path path;

  private PrivateFolder(Path path) {
    this.path = path;
  }

  /**
   * @param parent the folder to make it in
   * @throws UncheckedIOException if it cannot be made there
   */
  static PrivateFolder in(Path parent) {
    try {
      // Tools say where files are by their real paths.
      return new PrivateFolder(Files.createTempDirectory(parent, "strake-render-").toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a temporary folder", e);
    }
  }

  Path path() {
    return path;
  }

  /** A new folder in it, which is gone with it. */
  PrivateFolder folder(String name) {
    try {
      return new PrivateFolder(Files.createDirectory(path.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder in " + path, e);
    }
  }

  /**
   * Writes files below it.
   *
   * @param files by their paths, with {@code /}
   * @throws IllegalArgumentException if a path leads out of the folder
   */
  void write(Map<String, byte[]> files) {
    files.forEach(this::write);
  }

  private void write(String name, byte[] bytes) {
    Path file = path.resolve(name);
    if (!file.normalize().equals(file) || !file.startsWith(path) || file.equals(path)) {
      throw new IllegalArgumentException("not a path below a folder: " + name);
    }
    try {
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  @Override
  public void close() {
    try {
      Files.walkFileTree(path, new Removal());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + path, e);
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
