package dev.strake.git;

import dev.strake.source.SourceContent;
import dev.strake.source.TreeLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;

/** Reads files out of the repository's objects. */
final class BlobReader {

  /**
   * How a file begins that stands for one kept elsewhere.
   *
   * @see <a href="https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md">Git LFS: the
   *     pointer</a>
   */
  private static final byte[] LFS =
      "version https://git-lfs.github.com/spec/v1\n".getBytes(StandardCharsets.US_ASCII);

  private final Repository repository;
  private final TreeLimits limits;

  BlobReader(Repository repository, TreeLimits limits) {
    this.repository = repository;
    this.limits = limits;
  }

  SourceContent read(ObjectId id) {
    try {
      ObjectLoader object = repository.open(id, Constants.OBJ_BLOB);
      if (object.getSize() > limits.fileBytes()) {
        return new SourceContent.Refused("it is larger than " + limits.fileBytes() + " bytes");
      }
      byte[] bytes = object.getBytes(limits.fileBytes());
      return isLfsPointer(bytes)
          ? new SourceContent.Refused("it is a pointer of Git LFS, and its content is not here")
          : new SourceContent.Readable(bytes);
    } catch (MissingObjectException e) {
      return new SourceContent.Refused("the clone does not hold it");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the object " + id.name(), e);
    }
  }

  /** A link's text; empty if it cannot be read, which leads nowhere. */
  String text(ObjectId id) {
    return read(id).match(bytes -> new String(bytes, StandardCharsets.UTF_8), refused -> "");
  }

  private static boolean isLfsPointer(byte[] bytes) {
    return bytes.length >= LFS.length && Arrays.equals(bytes, 0, LFS.length, LFS, 0, LFS.length);
  }
}
