package dev.strake.bundle;

import dev.strake.bundle.Disk.Found;
import dev.strake.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The staging folder of a run that was killed. Its index, if it got that far, names files that may
 * already be in place while the index beside them does not know them yet.
 */
final class Leftovers {

  static final String PARTIAL_INDEX = "index.partial";

  private static final Pattern OURS =
      Pattern.compile("[0-9]+\\.staged|index\\.partial|index\\.json");

  private final Disk disk;
  private final ClusterOutput output;

  Leftovers(Disk disk, ClusterOutput output) {
    this.disk = disk;
    this.output = output;
  }

  static String stagedName(int number) {
    return number + ".staged";
  }

  /** What in the way of a staging folder is not ours; empty if nothing is. */
  Optional<Path> obstacle() throws IOException {
    Found found = disk.find(output.staging());
    if (found == Found.NOTHING) {
      return Optional.empty();
    }
    if (found != Found.FOLDER) {
      return Optional.of(output.staging());
    }
    for (Path child : disk.list(output.staging())) {
      boolean ours =
          disk.find(child) == Found.FILE && OURS.matcher(child.getFileName().toString()).matches();
      if (!ours) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  /**
   * Brings the index to what is on disk and clears the folder. Killed at any point, it can begin
   * again: the staged index goes last.
   *
   * @param index of the cluster's folder as the killed run found it
   * @return the index that is true now
   */
  Index repair(Index index) throws IOException {
    if (disk.find(output.staging()) == Found.NOTHING) {
      return index;
    }
    Index repaired = index;
    Optional<Index> staged = staged();
    if (staged.isPresent()) {
      repaired = merged(index, staged.get());
      if (!repaired.equals(index)) {
        Path partial = output.staging().resolve(PARTIAL_INDEX);
        disk.delete(partial);
        disk.create(partial, repaired.toJson().getBytes(StandardCharsets.UTF_8), FileMode.REGULAR);
        disk.move(partial, output.index());
      }
    }
    clear();
    return repaired;
  }

  private Optional<Index> staged() throws IOException {
    Path file = output.staging().resolve(Index.FILE_NAME);
    return disk.find(file) == Found.FILE
        ? Index.read(SourceFile.decode(Index.FILE_NAME, disk.read(file)))
        : Optional.empty();
  }

  /** A file is the killed run's if it is exactly what that run would have written. */
  private Index merged(Index index, Index staged) throws IOException {
    Map<ArtifactPath, IndexEntry> entries = new TreeMap<>(index.byPath());
    for (IndexEntry entry : staged.files()) {
      if (isInPlace(entry)) {
        entries.put(entry.path(), entry);
      }
    }
    return new Index(index.cluster(), index.hosts(), new ArrayList<>(entries.values()));
  }

  private boolean isInPlace(IndexEntry entry) throws IOException {
    for (Path folder : output.folders(entry.path())) {
      if (disk.find(folder) != Found.FOLDER) {
        return false;
      }
    }
    return disk.find(output.file(entry.path())) == Found.FILE
        && output.digest(entry.path()).equals(entry.sha256());
  }

  /** Removes the staging folder, its index last. */
  void clear() throws IOException {
    if (disk.find(output.staging()) == Found.NOTHING) {
      return;
    }
    List<Path> children = disk.list(output.staging());
    for (Path child : children) {
      if (!child.endsWith(Index.FILE_NAME)) {
        disk.delete(child);
      }
    }
    disk.delete(output.staging().resolve(Index.FILE_NAME));
    disk.deleteIfEmpty(output.staging());
  }
}
