package dev.strake.cli;

import dev.strake.source.SourceContent;
import dev.strake.source.SourceEntry;
import dev.strake.source.SourceTree;
import dev.strake.source.TreeLimits;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files, and beside them what was piped in: read once, whole, as if it were one more file. */
final class StandardInput implements SourceTree {

  /** What stands for it among the paths of a command line. */
  static final String PATH = "-";

  private static final String NAME = "stdin";

  private final SourceTree files;
  private final SourceEntry piped;

  private StandardInput(SourceTree files, SourceContent content) {
    this.files = files;
    this.piped = new SourceEntry(NAME, () -> content);
  }

  /**
   * Reads to the end, or to where it is too much for a file.
   *
   * @param files that were named as well
   */
  static SourceTree beside(SourceTree files, InputStream in) {
    return new StandardInput(files, read(in, TreeLimits.DEFAULT.fileBytes()));
  }

  private static SourceContent read(InputStream in, int most) {
    try {
      byte[] bytes = in.readNBytes(most + 1);
      return bytes.length > most
          ? new SourceContent.Refused("it has more than " + most + " bytes")
          : new SourceContent.Readable(bytes);
    } catch (IOException e) {
      return new SourceContent.Refused("it broke off: " + e.getMessage());
    }
  }

  @Override
  public List<SourceEntry> entries() {
    List<SourceEntry> entries = new ArrayList<>(files.entries());
    entries.add(piped);
    entries.sort(SourceEntry.ORDER);
    return List.copyOf(entries);
  }

  @Override
  public Optional<SourceEntry> file(String path) {
    return files.file(path);
  }

  @Override
  public List<SourceEntry> files(String folder) {
    return files.files(folder);
  }

  @Override
  public boolean covers(String path) {
    return path.equals(NAME) || (!files.entries().isEmpty() && files.covers(path));
  }
}
