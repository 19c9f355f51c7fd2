package dev.strake.bundle;

import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where one cluster's files stand below OUT. */
final class ClusterOutput {

  private final Disk disk;
  private final Path out;
  private final Path root;
  private final Path staging;
  private final String shown;

  /**
   * @param out as the user gave it
   */
  ClusterOutput(Disk disk, Path out, String cluster) {
    // A name from a spec never leads out of OUT, whatever it is.
    String folder = ArtifactPath.of(cluster).toString();
    this.disk = disk;
    this.out = out;
    this.root = out.resolve(folder);
    this.staging = out.resolve(".strake-staging-" + folder);
    this.shown = out.toString().replace('\\', '/') + "/" + folder;
  }

  Path out() {
    return out;
  }

  Path root() {
    return root;
  }

  Path index() {
    return root.resolve(Index.FILE_NAME);
  }

  /** A folder of our own beside the cluster's, on the same disk, so that moves are atomic. */
  Path staging() {
    return staging;
  }

  Path file(ArtifactPath path) {
    Path file = root;
    for (String segment : path.segments()) {
      file = file.resolve(segment);
    }
    return file;
  }

  /** The folders of a path, the cluster's own first. */
  List<Path> folders(ArtifactPath path) {
    List<Path> folders = new ArrayList<>();
    folders.add(root);
    for (String segment : path.segments().subList(0, path.segments().size() - 1)) {
      folders.add(folders.get(folders.size() - 1).resolve(segment));
    }
    return folders;
  }

  /** The digest of a file that is there. */
  String digest(ArtifactPath path) throws IOException {
    return Sha256.of(disk.read(file(path)));
  }

  Diagnostic finding(Code code, Path place, String message) {
    String name = place.startsWith(root) ? shown(place) : place.toString().replace('\\', '/');
    return Diagnostic.of(code, SourceFile.of(name, "").beginning(), message);
  }

  private String shown(Path place) {
    StringBuilder name = new StringBuilder(shown);
    root.relativize(place).forEach(s -> name.append(s.toString().isEmpty() ? "" : "/" + s));
    return name.toString();
  }
}
