package dev.strake.sync.webhook;

import dev.strake.sync.serve.Request;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * GitLab's signature where it sends one, else the secret itself as a token. A request with a
 * signature that does not hold is refused, whatever its token.
 *
 * @see <a href="https://gitlab.com/gitlab-org/gitlab/-/merge_requests/230944">GitLab: signing
 *     tokens, as Standard Webhooks has them</a>
 */
final class GitLabProof implements RequestProof {

  private static final String ID = "webhook-id";
  private static final String TIMESTAMP = "webhook-timestamp";
  private static final String SIGNATURE = "webhook-signature";
  private static final String TOKEN = "X-Gitlab-Token";
  private static final String VERSION = "v1,";
  private static final int CODE_BYTES = 32;
  private static final int MOST_SIGNATURES = 8;
  private static final int LONGEST_ID = 200;

  /** How far clocks may be apart, and how long a captured request is of use to anybody. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  @Override
  public Proof of(Request request, List<WebhookSecret> secrets, Instant now) {
    return request.has(SIGNATURE) ? signed(request, secrets, now) : token(request, secrets);
  }

  private static Proof signed(Request request, List<WebhookSecret> secrets, Instant now) {
    Optional<String> id = request.header(ID).filter(text -> text.length() <= LONGEST_ID);
    Optional<String> timestamp = request.header(TIMESTAMP);
    Optional<String> signature = request.header(SIGNATURE);
    if (id.isEmpty() || timestamp.isEmpty() || signature.isEmpty()) {
      return new Proof.Refused("a signature needs one each of " + ID + ", " + TIMESTAMP);
    }
    if (!isRecent(timestamp.get(), now)) {
      return new Proof.Refused(TIMESTAMP + " is more than five minutes off");
    }
    byte[] message = message(id.get(), timestamp.get(), request.body().bytes());
    boolean signed = false;
    for (byte[] code : codes(signature.get())) {
      for (WebhookSecret secret : secrets) {
        signed |= secret.signsStandard(message, code);
      }
    }
    return signed
        ? new Proof.Authentic(id.get())
        : new Proof.Refused(SIGNATURE + " is not this request's");
  }

  private static boolean isRecent(String timestamp, Instant now) {
    try {
      Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
      return Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
    } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
      return false;
    }
  }

  private static byte[] message(String id, String timestamp, byte[] body) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
    message.writeBytes(body);
    return message.toByteArray();
  }

  /** Those of a header, which has several while a secret is being rotated. */
  private static List<byte[]> codes(String header) {
    List<byte[]> codes = new ArrayList<>();
    for (String part : header.split(" ", MOST_SIGNATURES + 1)) {
      if (part.startsWith(VERSION) && codes.size() < MOST_SIGNATURES) {
        decode(part.substring(VERSION.length()))
            .filter(code -> code.length == CODE_BYTES)
            .ifPresent(codes::add);
      }
    }
    return codes;
  }

  private static Optional<byte[]> decode(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Proof token(Request request, List<WebhookSecret> secrets) {
    Optional<String> token = request.header(TOKEN);
    if (token.isEmpty()) {
      return new Proof.Refused(request.has(TOKEN) ? "more than one " + TOKEN : "no " + TOKEN);
    }
    boolean known = false;
    for (WebhookSecret secret : secrets) {
      known |= secret.is(token.get());
    }
    // Nothing in such a request is signed: whoever can repeat it also has the token.
    return known
        ? new Proof.Authentic(
            HexFormat.of().formatHex(WebhookSecret.sha256(request.body().bytes())))
        : new Proof.Refused(TOKEN + " is not ours");
  }
}
