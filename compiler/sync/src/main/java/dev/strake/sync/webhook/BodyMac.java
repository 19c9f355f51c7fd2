package dev.strake.sync.webhook;

import dev.strake.sync.serve.Request;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A header with the body's HMAC-SHA256 in hexadecimal digits.
 *
 * @param header its name
 * @param prefix of its value
 */
record BodyMac(String header, String prefix) implements RequestProof {

  private static final int DIGITS = 64;

  @Override
  public Proof of(Request request, List<WebhookSecret> secrets, Instant now) {
    Optional<String> value = request.header(header);
    if (value.isEmpty()) {
      return new Proof.Refused(request.has(header) ? "more than one " + header : "no " + header);
    }
    String given = value.get();
    if (!given.startsWith(prefix) || given.length() != prefix.length() + DIGITS) {
      return new Proof.Refused(header + " is no SHA-256 signature");
    }
    byte[] code;
    try {
      code = HexFormat.of().parseHex(given.substring(prefix.length()));
    } catch (IllegalArgumentException e) {
      return new Proof.Refused(header + " is no SHA-256 signature");
    }
    byte[] body = request.body().bytes();
    boolean signed = false;
    for (WebhookSecret secret : secrets) {
      signed |= secret.signs(body, code);
    }
    return signed
        ? new Proof.Authentic(HexFormat.of().formatHex(code))
        : new Proof.Refused(header + " is not this body's");
  }
}
