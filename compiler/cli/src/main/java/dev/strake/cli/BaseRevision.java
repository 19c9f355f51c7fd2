package dev.strake.cli;

import dev.strake.git.GitRepository;
import dev.strake.git.Revision;
import dev.strake.source.SourceTree;
import dev.strake.source.WorkingTree;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * What a change is compared with: the revision where it parted from the one that the command line
 * names, so that what others have done since is not taken for part of the change.
 */
final class BaseRevision implements AutoCloseable {

  private static final String HEAD = "HEAD";

  private final GitRepository repository;
  private final Revision revision;

  private BaseRevision(GitRepository repository, Revision revision) {
    this.repository = repository;
    this.revision = revision;
  }

  /**
   * @param name of a revision in the repository around the path
   * @throws ParameterException if there is no repository, or no such revision: exit code 2
   */
  static BaseRevision of(CommandSpec spec, Path path, String name) {
    GitRepository repository =
        GitRepository.around(path)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(), path + " is not inside a Git repository"));
    Optional<Revision> named = repository.resolve(name);
    Optional<Revision> head = repository.resolve(HEAD);
    if (named.isEmpty() || head.isEmpty()) {
      String hint = hint(repository);
      repository.close();
      throw new ParameterException(
          spec.commandLine(), "there is no revision " + (named.isEmpty() ? name : HEAD) + hint);
    }
    Optional<Revision> base = repository.mergeBase(named.get(), head.get());
    if (base.isEmpty()) {
      repository.close();
      throw new ParameterException(
          spec.commandLine(),
          "%s and HEAD have no common commit; fetch more of the history".formatted(name));
    }
    return new BaseRevision(repository, base.get());
  }

  /** What to do about a revision that is not there, if there is something. */
  static String hint(GitRepository repository) {
    return repository.isShallow()
        ? "; this clone is shallow: git fetch --unshallow brings the rest of the history"
        : "";
  }

  /** The same part of the repository as a tree on disk, as it was. */
  SourceTree tree(WorkingTree now) {
    return repository.tree(revision, now.startPath());
  }

  Revision revision() {
    return revision;
  }

  @Override
  public void close() {
    repository.close();
  }
}
