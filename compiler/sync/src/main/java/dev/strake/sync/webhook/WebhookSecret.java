package dev.strake.sync.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a Git host and the agent share. It compares, and never tells. */
final class WebhookSecret {

  private static final String HMAC = "HmacSHA256";

  /**
   * How secrets for signatures of Standard Webhooks begin; the rest is the key in Base64.
   *
   * @see <a
   *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">the
   *     specification</a>
   */
  private static final String STANDARD = "whsec_";

  private final byte[] bytes;

  private WebhookSecret(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * @param text not empty
   */
  static WebhookSecret of(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("an empty secret would let everybody in");
    }
    return new WebhookSecret(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a code is this body's. Takes the same time whichever byte differs. */
  boolean signs(byte[] message, byte[] code) {
    return MessageDigest.isEqual(hmac(bytes, message), code);
  }

  /** The same for signatures of Standard Webhooks. */
  boolean signsStandard(byte[] message, byte[] code) {
    return MessageDigest.isEqual(hmac(standardKey(), message), code);
  }

  /** Whether a text is this secret. Digests are compared, so that not even its length is told. */
  boolean is(String given) {
    return MessageDigest.isEqual(sha256(bytes), sha256(given.getBytes(StandardCharsets.UTF_8)));
  }

  private byte[] standardKey() {
    byte[] prefix = STANDARD.getBytes(StandardCharsets.UTF_8);
    boolean prefixed =
        bytes.length > prefix.length
            && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    if (!prefixed) {
      return bytes;
    }
    try {
      return Base64.getDecoder().decode(Arrays.copyOfRange(bytes, prefix.length, bytes.length));
    } catch (IllegalArgumentException e) {
      return bytes;
    }
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
