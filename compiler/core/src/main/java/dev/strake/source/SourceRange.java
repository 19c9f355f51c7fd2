package dev.strake.source;

/**
 * A stretch of a file, start inclusive, end exclusive, in UTF-16 offsets into {@link
 * SourceFile#text()}. An empty range marks a point.
 */
public record SourceRange(SourceFile file, int start, int end) implements Comparable<SourceRange> {

  public SourceRange {
    if (start < 0 || end < start || end > file.text().length()) {
      throw new IllegalArgumentException(
          "range %s..%s is not inside %s".formatted(start, end, file.path()));
    }
  }

  public Position startPosition() {
    return file.position(start);
  }

  public Position endPosition() {
    return file.position(end);
  }

  /** What the user wrote there. */
  public String text() {
    return file.text().substring(start, end);
  }

  /** The smallest range that holds both; both must be of the same file. */
  public SourceRange to(SourceRange last) {
    if (last.file != file) {
      throw new IllegalArgumentException("ranges of two files: " + file.path() + ", " + last.file);
    }
    return new SourceRange(file, Math.min(start, last.start), Math.max(end, last.end));
  }

  /** Files by path, then by start, then the shorter range first. */
  @Override
  public int compareTo(SourceRange other) {
    int byFile = file.path().compareTo(other.file.path());
    if (byFile != 0) {
      return byFile;
    }
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }

  @Override
  public String toString() {
    Position from = startPosition();
    return file.path() + ":" + from.line() + ":" + from.column();
  }
}
