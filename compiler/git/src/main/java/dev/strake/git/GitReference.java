package dev.strake.git;

import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/** What is followed in a remote repository. */
public final class GitReference {

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

  private final String remote;

  private GitReference(String remote) {
    this.remote = remote;
  }

  /**
   * @return empty if no branch can have this name
   */
  public static Optional<GitReference> branch(String name) {
    return named(Constants.R_HEADS + name);
  }

  /**
   * @return empty if no tag can have this name
   */
  public static Optional<GitReference> tag(String name) {
    return named(Constants.R_TAGS + name);
  }

  /**
   * One commit, for ever.
   *
   * @return empty if it is not forty hexadecimal digits
   */
  public static Optional<GitReference> commit(String id) {
    return COMMIT.matcher(id).matches() ? Optional.of(new GitReference(id)) : Optional.empty();
  }

  private static Optional<GitReference> named(String name) {
    return Repository.isValidRefName(name) ? Optional.of(new GitReference(name)) : Optional.empty();
  }

  boolean isCommit() {
    return COMMIT.matcher(remote).matches();
  }

  /** The tag's own name, as a tag object repeats it; empty for anything else. */
  Optional<String> tagName() {
    return remote.startsWith(Constants.R_TAGS)
        ? Optional.of(remote.substring(Constants.R_TAGS.length()))
        : Optional.empty();
  }

  /** Its name at the remote's. */
  String remote() {
    return remote;
  }

  /** Its name in the cache, where nothing else writes. */
  String local() {
    return "refs/strake/"
        + (isCommit() ? "commits/" + remote : remote.substring(Constants.R_REFS.length()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GitReference reference && reference.remote.equals(remote);
  }

  @Override
  public int hashCode() {
    return remote.hashCode();
  }

  /** {@code refs/heads/main}, or a commit's id. */
  @Override
  public String toString() {
    return remote;
  }
}
