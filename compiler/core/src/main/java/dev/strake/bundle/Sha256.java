package dev.strake.bundle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of files and texts. */
public final class Sha256 {

  private Sha256() {}

  /** In lower-case hexadecimal digits. */
  public static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A file of the output is UTF-8. */
  static byte[] bytes(Artifact artifact) {
    return artifact.text().getBytes(StandardCharsets.UTF_8);
  }
}
