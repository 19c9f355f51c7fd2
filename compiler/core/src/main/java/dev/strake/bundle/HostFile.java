package dev.strake.bundle;

import java.nio.charset.StandardCharsets;

/**
 * A file in a host's folder.
 *
 * @param path in the folder, with {@code /}, of encoded segments
 */
public record HostFile(String path, FileMode mode, String text) implements Comparable<HostFile> {

  public byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** In lower-case hexadecimal digits. */
  public String sha256() {
    return Sha256.of(bytes());
  }

  /** By path, byte by byte, as {@code sort} orders them in the locale C. */
  @Override
  public int compareTo(HostFile other) {
    return path.compareTo(other.path);
  }
}
