package dev.strake.sync.status;

import dev.strake.git.Revision;

/**
 * What a host shows next to a commit.
 *
 * @param context who says so; a later status of the same context replaces an earlier one: {@code
 *     strake/prod}
 * @param description one line for people
 * @param link for more; empty if there is none
 */
public record CommitStatus(
    Revision commit, CommitState state, String context, String description, String link) {

  private static final int LONGEST = 140;

  /** The description as the hosts take it: one line, of which GitHub shows 140 characters. */
  String line() {
    String line = description.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 3) + "...";
  }
}
