package dev.strake.helm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Unpacks the archives in which charts are shipped: gzip around tar, as Helm writes them.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">pax: the ustar
 *     format and its extended headers</a>
 */
final class TarArchive {

  private static final int BLOCK = 512;
  private static final int NAME = 0;
  private static final int NAME_LENGTH = 100;
  private static final int SIZE = 124;
  private static final int SIZE_LENGTH = 12;
  private static final int TYPE = 156;
  private static final int PREFIX = 345;
  private static final int PREFIX_LENGTH = 155;

  private final InputStream in;
  private long room;
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private Optional<String> longName = Optional.empty();

  private TarArchive(InputStream in, long most) {
    this.in = in;
    this.room = most;
  }

  /**
   * The regular files of an archive by their names; what is no file is left out, as Helm does.
   *
   * @param most how many bytes they may have together
   * @throws IOException if it is no such archive, or holds more
   */
  static SortedMap<String, byte[]> unpack(byte[] archive, long most) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(archive))) {
      TarArchive tar = new TarArchive(in, most);
      for (byte[] header = tar.block(); !isEnd(header); header = tar.block()) {
        tar.read(header);
      }
      return tar.files;
    }
  }

  private static boolean isEnd(byte[] header) {
    return header.length < BLOCK || header[NAME] == 0;
  }

  private void read(byte[] header) throws IOException {
    byte[] content = content(size(header));
    switch (header[TYPE]) {
      case 'x' -> longName = pathOf(content);
      case 'L' -> longName = Optional.of(text(content, 0, content.length));
      case 0, '0', '7' -> {
        files.put(longName.orElseGet(() -> name(header)), content);
        longName = Optional.empty();
      }
      default -> longName = Optional.empty();
    }
  }

  private static String name(byte[] header) {
    String prefix = text(header, PREFIX, PREFIX_LENGTH);
    String name = text(header, NAME, NAME_LENGTH);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  /** Up to the first zero. */
  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < from + length && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  private static long size(byte[] header) throws IOException {
    String octal = text(header, SIZE, SIZE_LENGTH).strip();
    try {
      long size = octal.isEmpty() ? 0 : Long.parseLong(octal, 8);
      if (size >= 0) {
        return size;
      }
    } catch (NumberFormatException e) {
      // Reported below, like a negative size.
    }
    throw new IOException("it is no tar archive");
  }

  /** Of records {@code <length> <key>=<value>\n}, the one that gives the next file its name. */
  private static Optional<String> pathOf(byte[] records) throws IOException {
    int at = 0;
    Optional<String> path = Optional.empty();
    while (at < records.length && records[at] != 0) {
      int space = at;
      while (space < records.length && records[space] != ' ') {
        space++;
      }
      int length = length(text(records, at, space - at));
      if (length <= space - at || at + length > records.length) {
        throw new IOException("it is no tar archive");
      }
      String record = text(records, space + 1, at + length - space - 2);
      if (record.startsWith("path=")) {
        path = Optional.of(record.substring("path=".length()));
      }
      at += length;
    }
    return path;
  }

  private static int length(String digits) throws IOException {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new IOException("it is no tar archive", e);
    }
  }

  /** Less than a block at the end. */
  private byte[] block() throws IOException {
    return in.readNBytes(BLOCK);
  }

  private byte[] content(long size) throws IOException {
    room -= size;
    if (room < 0) {
      throw new IOException("it holds too much");
    }
    byte[] content = in.readNBytes((int) size);
    in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
    if (content.length < size) {
      throw new IOException("it ends too early");
    }
    return content;
  }
}
