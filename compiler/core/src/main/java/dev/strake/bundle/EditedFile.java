package dev.strake.bundle;

import dev.strake.bundle.Disk.Found;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file that gets a new content while others may read it: they find the old one or the new one. It
 * keeps its permissions, a link is never followed, and what has changed since it was read is left.
 */
public final class EditedFile {

  private final Disk disk = new Disk(() -> {});
  private final Path path;
  private final byte[] expected;

  /**
   * @param expected what was read
   */
  public EditedFile(Path path, byte[] expected) {
    this.path = path;
    this.expected = expected.clone();
  }

  /** Why it cannot be written, as a clause; empty if it can. */
  public Optional<String> obstacle() {
    try {
      return switch (disk.find(path)) {
        case NOTHING -> Optional.of("it is not there any more");
        case FOLDER, OTHER -> Optional.of("it is not a regular file");
        case LINK -> Optional.of("it is a link, and none is followed");
        case FILE -> changed();
      };
    } catch (IOException e) {
      return Optional.of(reason(e));
    }
  }

  private Optional<String> changed() throws IOException {
    return Arrays.equals(disk.read(path), expected)
        ? Optional.empty()
        : Optional.of("it has changed since it was read");
  }

  /**
   * Replaces the whole content.
   *
   * @return why it was not written, as a clause; empty if it was
   */
  public Optional<String> write(byte[] content) {
    Path aside = path.resolveSibling(".strake-writing-" + path.getFileName() + ".tmp");
    try {
      // Of a run that was killed.
      if (disk.find(aside) == Found.FILE) {
        disk.delete(aside);
      }
      disk.createLike(path, aside, content);
      Optional<String> obstacle = obstacle();
      if (obstacle.isPresent()) {
        disk.delete(aside);
        return obstacle;
      }
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
