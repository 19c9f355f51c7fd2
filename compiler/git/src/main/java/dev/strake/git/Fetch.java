package dev.strake.git;

import java.nio.file.Path;
import java.util.function.Function;

/** What came of a fetch. */
public sealed interface Fetch {

  /**
   * The cache holds what the remote holds.
   *
   * @param repository the cache, to be opened and read; it stays until the fetch after the next
   * @param commit that the reference stands for, whole, with every file
   * @param target what the reference leads to first: an annotated tag, or the commit itself
   */
  record Done(Path repository, Revision commit, Revision target) implements Fetch {
    @Override
    public <T> T match(Function<Done, T> done, Function<Failed, T> failed) {
      return done.apply(this);
    }
  }

  /**
   * The cache is as it was.
   *
   * @param message for people; no credentials, and of what the remote said only printable text
   */
  record Failed(Cause cause, String message) implements Fetch {
    @Override
    public <T> T match(Function<Done, T> done, Function<Failed, T> failed) {
      return failed.apply(this);
    }
  }

  /** Why a fetch fails, as far as it matters to whoever retries it. */
  enum Cause {
    /** Nobody answers, or not in time. */
    UNREACHABLE,
    /** The remote does not let us in, or we do not trust it. */
    REFUSED,
    /** There is no such repository or reference. */
    NOT_FOUND,
    /** It would take more bytes or more time than it may. */
    OVER_LIMIT,
    /** What the remote sent is broken, or the disk is. */
    BROKEN
  }

  <T> T match(Function<Done, T> done, Function<Failed, T> failed);
}
