package dev.strake.cli;

import dev.strake.git.GitRepository;
import dev.strake.git.Revision;
import dev.strake.source.SourceEntry;
import dev.strake.source.SourceTree;
import dev.strake.source.WorkingTree;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Sources, and the commit that they are of. */
final class Checkout implements AutoCloseable {

  private final Optional<GitRepository> repository;
  private final SourceTree tree;
  private final String commit;

  private Checkout(Optional<GitRepository> repository, SourceTree tree, String commit) {
    this.repository = repository;
    this.tree = tree;
    this.commit = commit;
  }

  /**
   * Opens them.
   *
   * @param revision empty for what is on disk, which is of a commit only if nothing was changed
   * @throws ParameterException if there is no such revision: exit code 2
   */
  static Checkout of(CommandSpec spec, Path path, WorkingTree disk, Optional<String> revision) {
    Optional<GitRepository> repository = GitRepository.around(path);
    Optional<Revision> commit = repository.flatMap(found -> found.resolve(revision.orElse("HEAD")));
    if (revision.isPresent()) {
      SourceTree tree =
          repository
              .flatMap(found -> commit.map(id -> found.tree(id, disk.startPath())))
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(),
                          "there is no revision %s around %s%s"
                              .formatted(
                                  revision.get(),
                                  path,
                                  repository.map(BaseRevision::hint).orElse(""))));
      return new Checkout(repository, tree, commit.map(Revision::id).orElse(""));
    }
    boolean clean =
        repository
            .flatMap(found -> commit.map(id -> found.tree(id, disk.startPath())))
            .filter(committed -> isSame(committed, disk))
            .isPresent();
    return new Checkout(repository, disk, clean ? commit.map(Revision::id).orElse("") : "");
  }

  private static boolean isSame(SourceTree committed, SourceTree disk) {
    List<SourceEntry> left = committed.entries();
    List<SourceEntry> right = disk.entries();
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!left.get(i).path().equals(right.get(i).path())
          || !Arrays.equals(bytes(left.get(i)), bytes(right.get(i)))) {
        return false;
      }
    }
    return true;
  }

  private static byte[] bytes(SourceEntry entry) {
    return entry.read().match(bytes -> bytes, reason -> new byte[0]);
  }

  SourceTree tree() {
    return tree;
  }

  /** In full; empty if the sources are of none. */
  String commit() {
    return commit;
  }

  @Override
  public void close() {
    repository.ifPresent(GitRepository::close);
  }
}
