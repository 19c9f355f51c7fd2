package dev.strake.git;

/**
 * A commit of a repository.
 *
 * @param id forty hexadecimal digits
 */
public record Revision(String id) {

  private static final int SHORT = 12;

  /** As people name it. */
  @Override
  public String toString() {
    return id.substring(0, Math.min(SHORT, id.length()));
  }
}
