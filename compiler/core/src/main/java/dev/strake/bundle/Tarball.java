package dev.strake.bundle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * An archive for tar, compressed for gzip, whose bytes depend on nothing but its files: no time, no
 * user, no system.
 *
 * @see <a href="https://www.gnu.org/software/tar/manual/html_node/Standard.html">GNU tar: basic tar
 *     format</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952: gzip</a>
 */
public final class Tarball {

  private static final int BLOCK = 512;
  private static final int LONGEST_NAME = 100;
  private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 2, (byte) 255};

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /**
   * A file that belongs to root.
   *
   * @param name its path in the archive, with {@code /}
   */
  public void add(String name, FileMode mode, byte[] content) {
    byte[] path = name.getBytes(StandardCharsets.UTF_8);
    if (path.length > LONGEST_NAME) {
      // GNU's way to say a long name: an entry before the entry.
      entry(
          "././@LongLink".getBytes(StandardCharsets.UTF_8),
          0,
          'L',
          Arrays.copyOf(path, path.length + 1));
    }
    int bits = mode == FileMode.EXECUTABLE ? 0755 : 0644;
    entry(Arrays.copyOf(path, Math.min(path.length, LONGEST_NAME)), bits, '0', content);
  }

  private void entry(byte[] name, int mode, char type, byte[] content) {
    ByteBuffer header = ByteBuffer.allocate(BLOCK);
    header.put(0, name);
    octal(header, 100, 8, mode);
    octal(header, 108, 8, 0);
    octal(header, 116, 8, 0);
    octal(header, 124, 12, content.length);
    octal(header, 136, 12, 0);
    header.put(148, "        ".getBytes(StandardCharsets.US_ASCII));
    header.put(156, (byte) type);
    header.put(257, "ustar  \0".getBytes(StandardCharsets.US_ASCII));
    int sum = 0;
    for (byte b : header.array()) {
      sum += b & 0xff;
    }
    octal(header, 148, 7, sum);
    out.writeBytes(header.array());
    out.writeBytes(content);
    out.writeBytes(new byte[Math.floorMod(-content.length, BLOCK)]);
  }

  /** Digits up to a NUL at the end of the field. */
  private static void octal(ByteBuffer header, int at, int length, int value) {
    String digits = Integer.toOctalString(value);
    String field = "0".repeat(length - 1 - digits.length()) + digits + "\0";
    header.put(at, field.getBytes(StandardCharsets.US_ASCII));
  }

  /** All of it, for {@code tar -xz}. Once. */
  public byte[] compressed() {
    byte[] end = new byte[2 * BLOCK];
    out.writeBytes(end);
    byte[] archive = out.toByteArray();
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    compressed.writeBytes(GZIP);
    compressed.writeBytes(deflated(archive));
    CRC32 sum = new CRC32();
    sum.update(archive);
    ByteBuffer trailer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    trailer.putInt((int) sum.getValue()).putInt(archive.length);
    compressed.writeBytes(trailer.array());
    return compressed.toByteArray();
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    byte[] buffer = new byte[BLOCK * 16];
    while (!deflater.finished()) {
      deflated.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return deflated.toByteArray();
  }
}
