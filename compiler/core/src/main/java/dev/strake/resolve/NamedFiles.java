package dev.strake.resolve;

import dev.strake.source.SourceFile;
import dev.strake.value.RelativePath;
import java.util.Map;
import java.util.Optional;

/**
 * The public files of the repository that the spec names, as they are: certificates of authorities,
 * an audit policy. Files that hold secrets are not here, whether encrypted or not.
 *
 * @param byPath without those that are missing or could not be read, which is reported
 */
public record NamedFiles(Map<RelativePath, SourceFile> byPath) {

  public static final NamedFiles NONE = new NamedFiles(Map.of());

  public NamedFiles {
    byPath = Map.copyOf(byPath);
  }

  /** Empty if the file is missing; no bundle is made of such a cluster. */
  public Optional<SourceFile> file(RelativePath path) {
    return Optional.ofNullable(byPath.get(path));
  }
}
