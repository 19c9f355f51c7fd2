package dev.strake.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads files that may have changed since they were listed, and links that may lead anywhere. */
final class FileOpener {

  static final String FOLDER_LINK = "it is a link to a folder, and those are not followed";

  private final Path root;
  private final Path start;
  private final TreeLimits limits;

  /**
   * @param root the real path of what links may lead to
   * @param start what was asked for by name, even if it is hidden
   */
  FileOpener(Path root, Path start, TreeLimits limits) {
    this.root = root;
    this.start = start;
    this.limits = limits;
  }

  /** A regular file; the file's own name is not followed if a link has taken its place. */
  SourceContent read(Path file) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile()) {
        return refused("it is not a regular file");
      }
      if (attributes.size() > limits.fileBytes()) {
        return tooLarge();
      }
      return readAtMostLimit(file);
    } catch (IOException e) {
      return refused(reason(e));
    }
  }

  private SourceContent readAtMostLimit(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(limits.fileBytes() + 1);
      return bytes.length > limits.fileBytes() ? tooLarge() : new SourceContent.Readable(bytes);
    }
  }

  /** What somebody names by its path, each part of which may be a link. */
  SourceContent readNamed(Path file) {
    return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
        ? refused("it is a folder")
        : readLink(file);
  }

  /** A link: only to a regular file inside the root that could have been read by its own name. */
  SourceContent readLink(Path link) {
    try {
      Path target = link.toRealPath();
      if (!target.startsWith(root)) {
        return refused("it is a link that leads out of the repository");
      }
      if (isHidden(target)) {
        return refused("it is a link to a hidden file or folder");
      }
      return Files.isDirectory(target) ? refused(FOLDER_LINK) : read(target);
    } catch (FileSystemLoopException e) {
      return refused("it is a link that leads to itself");
    } catch (NoSuchFileException e) {
      return refused("it is a link to nothing");
    } catch (IOException e) {
      return refused("it is a link that cannot be followed");
    }
  }

  /** Git keeps credentials in hidden folders. */
  private boolean isHidden(Path target) {
    for (Path name : (target.startsWith(start) ? start : root).relativize(target)) {
      if (PathNames.isHidden(name)) {
        return true;
      }
    }
    return false;
  }

  /** Says what went wrong without the path, which the finding names already. */
  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "it is not there any more";
    }
    if (e instanceof AccessDeniedException) {
      return "reading it is not permitted";
    }
    return "the file system could not read it";
  }

  private SourceContent tooLarge() {
    return refused("it is larger than " + limits.fileBytes() + " bytes");
  }

  private static SourceContent refused(String reason) {
    return new SourceContent.Refused(reason);
  }
}
