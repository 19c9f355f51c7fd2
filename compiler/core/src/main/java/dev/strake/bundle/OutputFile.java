package dev.strake.bundle;

import dev.strake.bundle.Disk.Found;
import dev.strake.value.Parsed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that a user names for one text. It is written beside its place and then moved there, so
 * that a reader finds the old text or the new one, never a part; a link is never followed.
 */
public final class OutputFile {

  private final Path path;
  private final Path folder;

  private OutputFile(Path path, Path folder) {
    this.path = path;
    this.folder = folder;
  }

  /**
   * A place for a file, looked at before any work is done.
   *
   * @param path as the user wrote it; its folder has to be there, and a file there is replaced
   */
  public static Parsed<OutputFile> at(Path path) {
    Path folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
    if (!Files.isDirectory(folder)) {
      return refuse("there is no folder " + Optional.ofNullable(path.getParent()).orElse(folder));
    }
    if (!Files.isWritable(folder)) {
      return refuse("its folder is not writable");
    }
    try {
      return switch (new Disk(() -> {}).find(path)) {
        case NOTHING, FILE -> Parsed.ok(new OutputFile(path, folder));
        case FOLDER -> refuse("it is a folder");
        case LINK -> refuse("it is a link, and none is followed");
        case OTHER -> refuse("it is not a regular file");
      };
    } catch (IOException e) {
      return refuse(reason(e));
    }
  }

  private static Parsed<OutputFile> refuse(String reason) {
    return Parsed.bad("a file that can be written: " + reason);
  }

  public Path path() {
    return path;
  }

  /**
   * Replaces the whole file.
   *
   * @param text is written as UTF-8
   * @return why it was not written; empty if it was
   */
  public Optional<String> write(String text) {
    Disk disk = new Disk(() -> {});
    Path aside = folder.resolve(".strake-writing-" + path.getFileName() + ".tmp");
    try {
      // Of a run that was killed.
      if (disk.find(aside) == Found.FILE) {
        disk.delete(aside);
      }
      disk.create(aside, text.getBytes(StandardCharsets.UTF_8), FileMode.REGULAR);
      disk.move(aside, path);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(reason(e));
    }
  }

  private static String reason(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
