package dev.strake.bundle;

import dev.strake.bundle.Disk.Found;
import dev.strake.diagnostic.Code;
import dev.strake.diagnostic.Diagnostic;
import dev.strake.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what shall be there with what is there and who wrote it. Changes nothing. */
final class WritePlan {

  static final Code CONFLICT = Code.error("compile/output-conflict");
  static final Code EDITED = Code.error("compile/output-edited");
  static final Code LEFT = Code.warning("compile/output-left");
  static final Code LINK = Code.error("compile/output-link");

  private final Disk disk;
  private final ClusterOutput output;
  private final Map<ArtifactPath, IndexEntry> before;
  private final Map<ArtifactPath, IndexEntry> after;
  private final Set<ArtifactPath> removals = new LinkedHashSet<>();
  private final Set<ArtifactPath> writes = new LinkedHashSet<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private WritePlan(Disk disk, ClusterOutput output, Index before, Index after) {
    this.disk = disk;
    this.output = output;
    this.before = before.byPath();
    this.after = after.byPath();
  }

  static WritePlan make(Disk disk, ClusterOutput output, Index before, Index after)
      throws IOException {
    WritePlan plan = new WritePlan(disk, output, before, after);
    for (IndexEntry entry : plan.before.values()) {
      if (!plan.after.containsKey(entry.path())) {
        plan.planRemoval(entry);
      }
    }
    for (IndexEntry entry : plan.after.values()) {
      plan.planWrite(entry);
    }
    return plan;
  }

  /** Files that we wrote, that nobody changed, and that are no longer made; some may be gone. */
  Set<ArtifactPath> removals() {
    return removals;
  }

  /** Files that are missing or differ. */
  Set<ArtifactPath> writes() {
    return writes;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  boolean isRefused() {
    return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }

  private void planRemoval(IndexEntry entry) throws IOException {
    Path obstacle = obstacle(entry.path());
    if (obstacle != null) {
      // A file where our folder was: then our file is gone already.
      refuseLink(obstacle);
      return;
    }
    Path file = output.file(entry.path());
    Found found = disk.find(file);
    if (found == Found.LINK) {
      refuseLink(file);
    } else if (found == Found.NOTHING || isUnchanged(entry, found)) {
      removals.add(entry.path());
    } else if (found == Found.FILE) {
      diagnostics.add(
          output
              .finding(LEFT, file, "no longer produced, but changed since it was written: left")
              .withHelp("delete the file if nobody needs it"));
    }
  }

  private boolean isUnchanged(IndexEntry entry, Found found) throws IOException {
    return found == Found.FILE && output.digest(entry.path()).equals(entry.sha256());
  }

  private void planWrite(IndexEntry entry) throws IOException {
    Path obstacle = obstacle(entry.path());
    if (obstacle != null) {
      if (!refuseLink(obstacle) && !isRemoved(obstacle)) {
        conflict(obstacle, "a file stands where a folder shall be, and no index names it as ours");
      }
      writes.add(entry.path());
      return;
    }
    Path file = output.file(entry.path());
    switch (disk.find(file)) {
      case NOTHING -> writes.add(entry.path());
      case LINK -> refuseLink(file);
      case FILE -> planReplacement(entry, file);
      case FOLDER -> {
        writes.add(entry.path());
        if (!isEmptied(file)) {
          conflict(file, "a folder stands where a file shall be, with files that are not ours");
        }
      }
      case OTHER -> conflict(file, "something that is no file stands in the way");
    }
  }

  private void planReplacement(IndexEntry entry, Path file) throws IOException {
    IndexEntry ours = before.get(entry.path());
    if (ours == null) {
      conflict(file, "a file stands in the way that no index names as ours");
      return;
    }
    String digest = output.digest(entry.path());
    if (digest.equals(entry.sha256())) {
      if (!disk.hasMode(file, entry.mode())) {
        writes.add(entry.path());
      }
    } else if (digest.equals(ours.sha256())) {
      writes.add(entry.path());
    } else {
      diagnostics.add(
          output
              .finding(EDITED, file, "the file was changed since it was written")
              .withHelp(
                  "make the change in %s:%s, then delete this file and compile again"
                      .formatted(entry.sourceFile(), entry.sourceLine())));
    }
  }

  /** The first folder of a path that is none; null if they all are folders or missing. */
  private @Nullable Path obstacle(ArtifactPath path) throws IOException {
    for (Path folder : output.folders(path)) {
      Found found = disk.find(folder);
      if (found == Found.NOTHING) {
        return null;
      }
      if (found != Found.FOLDER) {
        return folder;
      }
    }
    return null;
  }

  private boolean isRemoved(Path file) {
    return removals.stream().anyMatch(path -> output.file(path).equals(file));
  }

  /** Whether nothing is left in a folder once our own files are removed. */
  private boolean isEmptied(Path folder) throws IOException {
    for (Path child : disk.list(folder)) {
      boolean goes = disk.find(child) == Found.FOLDER ? isEmptied(child) : isRemoved(child);
      if (!goes) {
        return false;
      }
    }
    return true;
  }

  private boolean refuseLink(Path place) throws IOException {
    if (disk.find(place) != Found.LINK) {
      return false;
    }
    reportOnce(
        output
            .finding(LINK, place, "a symbolic link stands in the output, and none is followed")
            .withHelp("replace the link by a folder, or choose another output folder"));
    return true;
  }

  private void conflict(Path place, String message) {
    reportOnce(
        output
            .finding(CONFLICT, place, message)
            .withHelp("move it away, or choose another output folder; nothing was written"));
  }

  /** Many files may meet the same obstacle. */
  private void reportOnce(Diagnostic finding) {
    if (diagnostics.stream().noneMatch(d -> d.toString().equals(finding.toString()))) {
      diagnostics.add(finding);
    }
  }
}
