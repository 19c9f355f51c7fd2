package dev.strake.source;

/**
 * What a tree on disk may hold: a pull request from a stranger is the normal case.
 *
 * @param fileBytes a larger file is refused
 * @param entries files and folders that are looked at; what comes after them is refused as one
 */
public record TreeLimits(int fileBytes, int entries) {

  /** Files to 64 MiB, and 200,000 of them. */
  public static final TreeLimits DEFAULT = new TreeLimits(64 << 20, 200_000);
}
