package dev.strake.git;

/**
 * What to fetch.
 *
 * @param depth how many commits of history, 1 for none but the newest
 */
public record FetchRequest(
    RemoteAddress address, Credentials credentials, GitReference reference, int depth) {

  public FetchRequest {
    if (depth < 1) {
      throw new IllegalArgumentException("the depth is " + depth);
    }
  }
}
