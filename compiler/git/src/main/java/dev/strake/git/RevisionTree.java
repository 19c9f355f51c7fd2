package dev.strake.git;

import dev.strake.source.SourceContent;
import dev.strake.source.SourceEntry;
import dev.strake.source.SourceTree;
import dev.strake.source.TreeLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.jspecify.annotations.Nullable;

/**
 * The files of a commit, by the rules of {@link dev.strake.source.WorkingTree}: hidden folders are
 * not entered, links are followed to files of the same commit, and what cannot be read is there and
 * refused.
 */
final class RevisionTree implements SourceTree {

  private final Repository repository;
  private final ObjectId commit;
  private final String start;
  private final TreeLimits limits;
  private final BlobReader blobs;
  private @Nullable List<SourceEntry> entries;

  RevisionTree(Repository repository, ObjectId commit, String start, TreeLimits limits) {
    this.repository = repository;
    this.commit = commit;
    this.start = start;
    this.limits = limits;
    this.blobs = new BlobReader(repository, limits);
  }

  @Override
  public synchronized List<SourceEntry> entries() {
    List<SourceEntry> listed = entries;
    if (listed == null) {
      listed = list(start, SourceEntry::isManifest);
      entries = listed;
    }
    return listed;
  }

  @Override
  public Optional<SourceEntry> file(String path) {
    return blob(path).map(found -> entry(path, found));
  }

  @Override
  public List<SourceEntry> files(String folder) {
    return isFolder(folder) ? list(folder, name -> true) : List.of();
  }

  private List<SourceEntry> list(String from, Predicate<String> wanted) {
    List<SourceEntry> found = new ArrayList<>();
    try (RevWalk revisions = new RevWalk(repository);
        TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(tree(revisions));
      if (!from.isEmpty()) {
        walk.setFilter(PathFilter.create(from));
      }
      int seen = 0;
      while (walk.next()) {
        if (++seen > limits.entries()) {
          found.add(SourceEntry.refused(from.isEmpty() ? "." : from, tooMany()));
          break;
        }
        visit(walk, from, wanted, found);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the commit " + commit.name(), e);
    }
    found.sort(SourceEntry.ORDER);
    return List.copyOf(found);
  }

  private RevTree tree(RevWalk revisions) throws IOException {
    return revisions.parseCommit(commit).getTree();
  }

  private void visit(TreeWalk walk, String from, Predicate<String> wanted, List<SourceEntry> found)
      throws IOException {
    String path = walk.getPathString();
    FileMode mode = walk.getFileMode(0);
    boolean named = path.equals(from) || from.startsWith(path + "/");
    if (mode == FileMode.TREE) {
      if (named || !walk.getNameString().startsWith(".")) {
        walk.enterSubtree();
      }
    } else if (mode == FileMode.GITLINK) {
      found.add(SourceEntry.refused(path, "it is a submodule, and those are not entered"));
    } else if (named || wanted.test(path)) {
      found.add(entry(path, new Blob(walk.getObjectId(0), mode == FileMode.SYMLINK)));
    } else if (mode == FileMode.SYMLINK && leadsToFolder(path, walk.getObjectId(0))) {
      found.add(SourceEntry.refused(path, LinkTarget.FOLDER));
    }
  }

  /** A file's content, or where a link leads. */
  private record Blob(ObjectId id, boolean isLink) {}

  private SourceEntry entry(String path, Blob blob) {
    return new SourceEntry(
        path, () -> blob.isLink() ? throughLink(path, blob, 0) : blobs.read(blob.id()));
  }

  private SourceContent throughLink(String path, Blob link, int followed) {
    return LinkTarget.of(path, blobs.text(link.id()), followed)
        .match(
            target ->
                blob(target)
                    .map(
                        found ->
                            found.isLink()
                                ? throughLink(target, found, followed + 1)
                                : blobs.read(found.id()))
                    .orElseGet(() -> new SourceContent.Refused(absent(target))),
            SourceContent.Refused::new);
  }

  private String absent(String target) {
    return isFolder(target) ? LinkTarget.FOLDER : "it is a link to nothing";
  }

  private boolean leadsToFolder(String path, ObjectId link) {
    return LinkTarget.of(path, blobs.text(link), 0).match(this::isFolder, refused -> false);
  }

  private boolean isFolder(String path) {
    return path.isEmpty() || at(path).filter(mode -> mode.mode() == FileMode.TREE).isPresent();
  }

  private Optional<Blob> blob(String path) {
    return at(path)
        .filter(found -> found.mode() != FileMode.TREE && found.mode() != FileMode.GITLINK)
        .map(found -> new Blob(found.id(), found.mode() == FileMode.SYMLINK));
  }

  /** Something of the commit's tree. */
  private record Found(ObjectId id, FileMode mode) {}

  private Optional<Found> at(String path) {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    try (RevWalk revisions = new RevWalk(repository);
        @Nullable TreeWalk walk = TreeWalk.forPath(repository, path, tree(revisions))) {
      return walk == null
          ? Optional.empty()
          : Optional.of(new Found(walk.getObjectId(0), walk.getFileMode(0)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the commit " + commit.name(), e);
    }
  }

  private String tooMany() {
    return "it holds more than "
        + limits.entries()
        + " files and folders, and the rest was not read";
  }
}
