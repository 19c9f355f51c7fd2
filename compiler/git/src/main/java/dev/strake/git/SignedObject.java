package dev.strake.git;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * An object of Git's, taken apart into what was signed and the signature.
 *
 * @see <a href="https://git-scm.com/docs/signature-format">Git: the signature's place</a>
 */
final class SignedObject {

  private static final String SSH = "-----BEGIN SSH SIGNATURE-----";
  private static final String PGP = "-----BEGIN PGP SIGNATURE-----";
  private static final String HEADER = "gpgsig";

  private final byte[] payload;
  private final byte[] signature;

  private SignedObject(byte[] payload, byte[] signature) {
    this.payload = payload;
    this.signature = signature;
  }

  /**
   * @return empty if it has no signature, or more than one: then nobody could say which one counts
   */
  static Optional<SignedObject> ofCommit(byte[] raw) {
    ByteArrayOutputStream payload = new ByteArrayOutputStream(raw.length);
    ByteArrayOutputStream signature = new ByteArrayOutputStream();
    int signatures = 0;
    boolean inSignature = false;
    int at = 0;
    while (at < raw.length) {
      int end = lineEnd(raw, at);
      if (raw[at] == '\n') {
        break;
      }
      boolean continued = raw[at] == ' ';
      if (!continued) {
        inSignature = startsWith(raw, at, end, HEADER + " ");
        signatures += inSignature ? 1 : 0;
      }
      if (inSignature) {
        int skip = continued ? 1 : HEADER.length() + 1;
        signature.write(raw, at + skip, end - at - skip);
      } else {
        payload.write(raw, at, end - at);
      }
      at = end;
    }
    payload.write(raw, at, raw.length - at);
    return signatures == 1
        ? Optional.of(new SignedObject(payload.toByteArray(), signature.toByteArray()))
        : Optional.empty();
  }

  /**
   * @return empty if it has no signature
   */
  static Optional<SignedObject> ofTag(byte[] raw) {
    int found = -1;
    for (int at = 0; at < raw.length; at = lineEnd(raw, at)) {
      int end = lineEnd(raw, at);
      if (startsWith(raw, at, end, SSH) || startsWith(raw, at, end, PGP)) {
        found = at;
      }
    }
    if (found < 0) {
      return Optional.empty();
    }
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    payload.write(raw, 0, found);
    ByteArrayOutputStream signature = new ByteArrayOutputStream();
    signature.write(raw, found, raw.length - found);
    return Optional.of(new SignedObject(payload.toByteArray(), signature.toByteArray()));
  }

  private static int lineEnd(byte[] raw, int from) {
    int end = from;
    while (end < raw.length && raw[end] != '\n') {
      end++;
    }
    return Math.min(end + 1, raw.length);
  }

  private static boolean startsWith(byte[] raw, int from, int end, String prefix) {
    return end - from >= prefix.length()
        && new String(raw, from, prefix.length(), StandardCharsets.ISO_8859_1).equals(prefix);
  }

  byte[] payload() {
    return payload.clone();
  }

  byte[] signature() {
    return signature.clone();
  }

  boolean isSsh() {
    return startsWith(signature, 0, signature.length, SSH);
  }

  boolean isPgp() {
    return startsWith(signature, 0, signature.length, PGP);
  }
}
