package dev.strake.cli;

import dev.strake.git.GitRepository;
import dev.strake.git.Revision;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * From where a branch is to an earlier commit: what must still be done in Git, so that the branch
 * says what the cluster then is.
 *
 * @param name of the earlier commit, as it may be written on a shell's command line
 * @param isHead whether the branch says so already
 * @param isEarlier whether it is in the branch's history
 * @param isStraight whether nothing was merged since
 */
record WayBack(String name, boolean isHead, boolean isEarlier, boolean isStraight) {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/~^@-]*");

  /**
   * @throws ParameterException if there is no repository, or no such commit: exit code 2
   */
  static WayBack of(CommandSpec spec, Path path, String name) {
    GitRepository repository =
        GitRepository.around(path)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(),
                        path + " is not inside a Git repository, which alone knows what was"));
    try (repository) {
      Revision revision =
          repository
              .resolve(name)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(), "there is no commit " + name + " around " + path));
      Optional<Revision> head = repository.resolve("HEAD");
      boolean isEarlier = head.isPresent() && repository.isAncestor(revision, head.get());
      return new WayBack(
          PLAIN.matcher(name).matches() ? name : revision.toString(),
          head.equals(Optional.of(revision)),
          isEarlier,
          isEarlier && repository.isStraight(revision, head.get()));
    }
  }

  /** What to type so that the branch says the same; nothing if it does. */
  Optional<String> command() {
    if (isHead) {
      return Optional.empty();
    }
    return Optional.of(
        isStraight
            ? "git revert --no-edit %s..HEAD".formatted(name)
            : "git restore --source=%s --staged --worktree . && git commit".formatted(name));
  }
}
