package dev.strake.check.tenant;

import dev.strake.value.RelativePath;

/**
 * A folder that a spec names, with slashes where folders end and nowhere else: {@code
 * apps//team-a/} is {@code apps/team-a}.
 *
 * @param path relative to the cluster's
 */
record SourceFolder(String path) {

  static SourceFolder of(RelativePath written) {
    return new SourceFolder(written.toString().replaceAll("/{2,}", "/").replaceFirst("/$", ""));
  }

  /** Whether a file or folder is it, or lies below it. */
  boolean contains(String other) {
    return other.equals(path) || other.startsWith(path + "/");
  }

  boolean contains(SourceFolder other) {
    return contains(other.path);
  }

  @Override
  public String toString() {
    return path;
  }
}
