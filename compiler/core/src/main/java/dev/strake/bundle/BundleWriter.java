package dev.strake.bundle;

import dev.strake.bundle.Disk.Found;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes a bundle to OUT/&lt;cluster&gt;, and is the only code that writes there.
 *
 * <p>Every file is written beside its place and then moved, so that none is ever half-written. The
 * index goes last and names what is ours: only that is ever replaced or removed, and only as long
 * as nobody else has changed it. If anything stands in the way, nothing is written at all. A run
 * that was killed is repaired by the next one.
 */
public final class BundleWriter {

  static final Code INDEX = Code.error("compile/output-index");
  static final Code UNWRITABLE = Code.error("compile/output-unwritable");

  private final Disk disk;
  private final ClusterOutput output;
  private final Bundle bundle;
  private final Leftovers leftovers;

  private BundleWriter(Disk disk, ClusterOutput output, Bundle bundle) {
    this.disk = disk;
    this.output = output;
    this.bundle = bundle;
    this.leftovers = new Leftovers(disk, output);
  }

  /**
   * @param out is made if it is missing; may itself be a link
   * @return an error if nothing was written or the disk failed on the way; warnings for files that
   *     were left; empty if all is as it should be
   */
  public static List<Diagnostic> write(Bundle bundle, Path out) {
    return write(bundle, out, new Disk(() -> {}));
  }

  static List<Diagnostic> write(Bundle bundle, Path out, Disk disk) {
    ClusterOutput output = new ClusterOutput(disk, out, bundle.cluster());
    try {
      return new BundleWriter(disk, output, bundle).write();
    } catch (IOException e) {
      return List.of(output.finding(UNWRITABLE, place(e, output), "cannot write: " + reason(e)));
    }
  }

  private static Path place(IOException e, ClusterOutput output) {
    String file = e instanceof FileSystemException f ? f.getFile() : null;
    return file == null ? output.root() : output.out().getFileSystem().getPath(file);
  }

  private static String reason(IOException e) {
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return e.getClass().getSimpleName() + (reason == null ? "" : ", " + reason);
  }

  private List<Diagnostic> write() throws IOException {
    if (!Files.isDirectory(output.out())) {
      Files.createDirectories(output.out());
    }
    Optional<Path> obstacle = leftovers.obstacle();
    if (obstacle.isPresent()) {
      return List.of(notOurs(obstacle.get()));
    }
    for (Path place : List.of(output.root(), output.index())) {
      if (disk.find(place) == Found.LINK) {
        return List.of(link(place));
      }
    }
    Optional<Index> found = readIndex();
    if (found.isEmpty()) {
      return List.of(unreadableIndex());
    }
    Index before = leftovers.repair(found.get());
    Index after = Index.of(bundle);
    WritePlan plan = WritePlan.make(disk, output, before, after);
    boolean changes = !plan.writes().isEmpty() || !plan.removals().isEmpty() || !isWritten(after);
    if (!plan.isRefused() && changes) {
      apply(plan, after);
    }
    return plan.diagnostics();
  }

  private Optional<Index> readIndex() throws IOException {
    if (disk.find(output.root()) != Found.FOLDER || disk.find(output.index()) == Found.NOTHING) {
      return Optional.of(new Index(bundle.cluster(), List.of(), List.of()));
    }
    return disk.find(output.index()) == Found.FILE
        ? Index.read(SourceFile.decode(Index.FILE_NAME, disk.read(output.index())))
        : Optional.empty();
  }

  private boolean isWritten(Index index) throws IOException {
    return disk.find(output.index()) == Found.FILE
        && new String(disk.read(output.index()), StandardCharsets.UTF_8).equals(index.toJson());
  }

  private void apply(WritePlan plan, Index after) throws IOException {
    Map<ArtifactPath, Path> staged = stage(plan, after);
    for (ArtifactPath path : plan.removals()) {
      remove(path);
    }
    for (Map.Entry<ArtifactPath, Path> file : staged.entrySet()) {
      place(file.getValue(), file.getKey());
    }
    disk.createFolder(output.root());
    disk.move(output.staging().resolve(Index.FILE_NAME), output.index());
    leftovers.clear();
  }

  /** Everything that is new, and last the index: with it, the next run can tell what is ours. */
  private Map<ArtifactPath, Path> stage(WritePlan plan, Index after) throws IOException {
    disk.createFolder(output.staging());
    Map<ArtifactPath, Path> staged = new TreeMap<>();
    for (Artifact artifact : bundle.artifacts()) {
      if (plan.writes().contains(artifact.path())) {
        Path file = output.staging().resolve(Leftovers.stagedName(staged.size()));
        disk.create(file, Sha256.bytes(artifact), artifact.mode());
        staged.put(artifact.path(), file);
      }
    }
    Path partial = output.staging().resolve(Leftovers.PARTIAL_INDEX);
    byte[] index = after.toJson().getBytes(StandardCharsets.UTF_8);
    disk.create(partial, index, FileMode.REGULAR);
    disk.move(partial, output.staging().resolve(Index.FILE_NAME));
    return staged;
  }

  /** With the folders that it leaves empty, but not the cluster's own. */
  private void remove(ArtifactPath path) throws IOException {
    disk.delete(output.file(path));
    List<Path> folders = new ArrayList<>(output.folders(path));
    for (int i = folders.size() - 1; i > 0; i--) {
      if (!disk.deleteIfEmpty(folders.get(i))) {
        return;
      }
    }
  }

  private void place(Path staged, ArtifactPath path) throws IOException {
    for (Path folder : output.folders(path)) {
      if (disk.find(folder) != Found.FOLDER) {
        disk.createFolder(folder);
      }
    }
    disk.move(staged, output.file(path));
  }

  private Diagnostic notOurs(Path place) {
    return output
        .finding(WritePlan.CONFLICT, place, "this folder is needed, and something else is in it")
        .withHelp("move it away, or choose another output folder; nothing was written");
  }

  private Diagnostic link(Path place) {
    return output
        .finding(
            WritePlan.LINK, place, "a symbolic link stands in the output, and none is followed")
        .withHelp("replace the link by a folder, or choose another output folder");
  }

  private Diagnostic unreadableIndex() {
    return output
        .finding(INDEX, output.index(), "not an index that Strake wrote, so nothing here is known")
        .withHelp("delete the cluster's folder if all of it was generated, and compile again");
  }
}
