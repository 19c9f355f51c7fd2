package dev.strake.sync.inventory;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody's word that one guard may be passed for one commit. A later commit needs another word,
 * so that an override that is left behind in a script does no harm.
 *
 * @param commit the full id, in lower case: 40 or 64 hexadecimal digits. What comes from no commit
 *     has the digest of its manifests for one
 */
public record GuardOverride(Guard guard, String commit) {

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

  public GuardOverride {
    if (!isCommit(commit)) {
      throw new IllegalArgumentException("not the full id of a commit: " + commit);
    }
  }

  /**
   * Reads {@code share@0123…}.
   *
   * @return empty if the text is none; {@link #usage()} says what to write
   */
  public static Optional<GuardOverride> parse(String text) {
    int at = text.indexOf('@');
    if (at < 0 || !isCommit(text.substring(at + 1))) {
      return Optional.empty();
    }
    return Guard.find(text.substring(0, at))
        .map(guard -> new GuardOverride(guard, text.substring(at + 1)));
  }

  /** What an override looks like. */
  public static String usage() {
    String guards = Arrays.stream(Guard.values()).map(Guard::id).collect(Collectors.joining("|"));
    return guards + "@<full commit id>";
  }

  private static boolean isCommit(String text) {
    return COMMIT.matcher(text).matches();
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return guard.id() + "@" + commit;
  }
}
