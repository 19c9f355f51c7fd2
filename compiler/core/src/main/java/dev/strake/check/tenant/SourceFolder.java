package dev.strake.check.tenant;

import dev.strake.value.RelativePath;

/**
 * A folder that a spec names, with slashes where folders end and nowhere else: {@code
 * apps//team-a/} is {@code apps/team-a}.
 *
 * @param path relative to the cluster's, or to the root of all inputs
 */
public record SourceFolder(String path) {

  public static SourceFolder of(RelativePath written) {
    return new SourceFolder(written.toString().replaceAll("/{2,}", "/").replaceFirst("/$", ""));
  }

  /** The same as a path from another folder; empty for the root. */
  SourceFolder below(String folder) {
    return folder.isEmpty() ? this : new SourceFolder(folder + "/" + path);
  }

  /** Whether a file or folder is it, or lies below it. */
  boolean contains(String other) {
    return other.equals(path) || other.startsWith(path + "/");
  }

  /** The same for a folder. */
  public boolean contains(SourceFolder other) {
    return contains(other.path);
  }

  @Override
  public String toString() {
    return path;
  }
}
