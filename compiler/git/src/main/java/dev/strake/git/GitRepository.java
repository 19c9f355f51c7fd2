package dev.strake.git;

import dev.strake.source.SourceTree;
import dev.strake.source.TreeLimits;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/**
 * A repository on disk, with a work tree or bare, read and never written. Nothing in it is run:
 * neither hooks nor filters, and no configuration outside of it counts.
 */
public final class GitRepository implements AutoCloseable {

  private final Repository repository;
  private final Path root;

  private GitRepository(Repository repository, Path root) {
    this.repository = repository;
    this.root = root;
  }

  /**
   * The repository that a folder or file is in.
   *
   * @return empty if there is none
   */
  public static Optional<GitRepository> around(Path path) {
    IsolatedSystem.install();
    try {
      Path start = path.toRealPath();
      RepositoryBuilder builder = new RepositoryBuilder().setMustExist(true);
      builder.findGitDir(start.toFile());
      if (builder.getGitDir() == null) {
        return Optional.empty();
      }
      Repository repository = builder.build();
      File root = repository.isBare() ? repository.getDirectory() : repository.getWorkTree();
      return Optional.of(new GitRepository(repository, root.toPath().toRealPath()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  Repository repository() {
    return repository;
  }

  /** The folder that the repository's paths are relative to; of a bare one, its own. */
  public Path root() {
    return root;
  }

  /**
   * The commit that a name stands for.
   *
   * @param name a branch, a tag, an abbreviated id, {@code HEAD~2}
   * @return empty if nothing, or no commit, has this name, or several have
   */
  public Optional<Revision> resolve(String name) {
    try {
      ObjectId id = repository.resolve(name + "^{commit}");
      return Optional.ofNullable(id).map(found -> new Revision(found.name()));
    } catch (AmbiguousObjectException
        | IncorrectObjectTypeException
        | MissingObjectException
        | RevisionSyntaxException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + root, e);
    }
  }

  /** Whether a part of the history was left out, as CI does, so that older commits are not here. */
  public boolean isShallow() {
    try {
      return !repository.getObjectDatabase().getShallowCommits().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + root, e);
    }
  }

  /**
   * Where two lines of history parted: what one of them has changed since is the difference to this
   * revision.
   *
   * @return empty if they have no common beginning, or the clone is too shallow to tell
   */
  public Optional<Revision> mergeBase(Revision one, Revision other) {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(ObjectId.fromString(one.id())));
      walk.markStart(walk.parseCommit(ObjectId.fromString(other.id())));
      RevCommit base = walk.next();
      return Optional.ofNullable(base).map(found -> new Revision(found.name()));
    } catch (MissingObjectException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + root, e);
    }
  }

  /** Whether a revision is in the history of another, or is that one. */
  public boolean isAncestor(Revision earlier, Revision later) {
    return mergeBase(earlier, later).filter(earlier::equals).isPresent();
  }

  /**
   * Whether there are no merges among the commits that a revision has and an earlier one has not:
   * then Git can revert them one by one, without being told which side is the main one.
   */
  public boolean isStraight(Revision earlier, Revision later) {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.markUninteresting(walk.parseCommit(ObjectId.fromString(earlier.id())));
      walk.markStart(walk.parseCommit(ObjectId.fromString(later.id())));
      for (RevCommit commit : walk) {
        if (commit.getParentCount() > 1) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + root, e);
    }
  }

  /**
   * The files of a revision, as a work tree without changes would have them.
   *
   * @param start a folder or file from the root, with {@code /}; empty for everything
   */
  public SourceTree tree(Revision revision, String start) {
    return new RevisionTree(
        repository, ObjectId.fromString(revision.id()), start, TreeLimits.DEFAULT);
  }

  @Override
  public void close() {
    repository.close();
  }
}
