package dev.strake.render;

import java.time.Duration;

/**
 * What a program may use.
 *
 * @param time from its start to its end
 * @param outputBytes of its standard output
 * @param memoryBytes of address space, which is more than what it uses at once
 * @param fileBytes of each file that it writes
 */
record Bounds(Duration time, int outputBytes, long memoryBytes, long fileBytes) {

  private static final long MEBIBYTE = 1 << 20;

  /** Large overlays take a second and 300 MiB. */
  static final Bounds KUSTOMIZE =
      new Bounds(Duration.ofSeconds(30), (int) (64 * MEBIBYTE), 4096 * MEBIBYTE, 0);

  /** The library is a file of 98 MB, which the process unpacks. */
  static final Bounds HELM =
      new Bounds(Duration.ofSeconds(30), (int) (64 * MEBIBYTE), 4096 * MEBIBYTE, 256 * MEBIBYTE);

  Bounds withTime(Duration newTime) {
    return new Bounds(newTime, outputBytes, memoryBytes, fileBytes);
  }

  Bounds withOutputBytes(int newOutputBytes) {
    return new Bounds(time, newOutputBytes, memoryBytes, fileBytes);
  }

  Bounds withFileBytes(long newFileBytes) {
    return new Bounds(time, outputBytes, memoryBytes, newFileBytes);
  }

  /** As the shell counts memory. */
  long memoryKibibytes() {
    return memoryBytes / 1024;
  }

  /** As the shell counts files: in blocks of 512 bytes. */
  long fileBlocks() {
    return fileBytes / 512;
  }
}
