package dev.strake.sync.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a Git host computes; written apart from what is tested. */
final class Signed {

  private Signed() {}

  static String hex(String secret, String body) {
    return HexFormat.of().formatHex(mac(secret.getBytes(StandardCharsets.UTF_8), body));
  }

  static String standard(byte[] key, String id, String timestamp, String body) {
    return "v1," + Base64.getEncoder().encodeToString(mac(key, id + "." + timestamp + "." + body));
  }

  private static byte[] mac(byte[] key, String message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
