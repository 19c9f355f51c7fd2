package dev.strake.sync.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.strake.sync.serve.Request;
import dev.strake.sync.serve.RequestBody;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The hosts' own published vectors where there are any, and each way to get one wrong. */
final class WebhookProofTest {

  private static final String SECRET = "It's a Secret to Everybody";
  private static final Instant NOW = Instant.ofEpochSecond(1614265330);

  /** A verdict as text: the delivery, or why not. */
  private static String prove(
      WebhookHost host, String body, List<String> secrets, String... headers) {
    Map<String, List<String>> sent = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      sent.merge(
          headers[i], List.of(headers[i + 1]), (one, more) -> List.of(one.get(0), more.get(0)));
    }
    Request request = new Request("POST", "/", sent, RequestBody.of(body));
    return host.prove(request, secrets.stream().map(WebhookSecret::of).toList(), NOW)
        .match(delivery -> "authentic " + delivery, why -> why);
  }

  /**
   * @see <a
   *     href="https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries#testing-the-webhook-payload-validation">GitHub:
   *     test values</a>
   */
  @Test
  void githubsVectorHolds() {
    String code = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    assertEquals(
        "authentic " + code,
        prove(
            WebhookHost.GITHUB,
            "Hello, World!",
            List.of(SECRET),
            "x-hub-signature-256",
            "sha256=" + code));
  }

  /**
   * @see <a
   *     href="https://support.atlassian.com/bitbucket-cloud/docs/manage-webhooks/#Examples">Bitbucket:
   *     test values</a>
   */
  @Test
  void bitbucketsVectorHolds() {
    String code = "a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9";
    assertEquals(
        "authentic " + code,
        prove(
            WebhookHost.BITBUCKET,
            "Hello World!",
            List.of(SECRET),
            "X-Hub-Signature",
            "sha256=" + code));
  }

  /** Gitea and Forgejo publish no vector: it is GitHub's code, without its prefix. */
  @Test
  void giteasBareDigitsHold() {
    assertEquals(
        "authentic 757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
        prove(
            WebhookHost.GITEA,
            "Hello, World!",
            List.of(SECRET),
            "X-Gitea-Signature",
            "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"));
    String code = Signed.hex(SECRET, "{}");
    assertEquals(
        "authentic " + code,
        prove(WebhookHost.GITEA, "{}", List.of(SECRET), "X-Gitea-Signature", code));
    assertEquals(
        "X-Gitea-Signature is no SHA-256 signature",
        prove(WebhookHost.GITEA, "{}", List.of(SECRET), "X-Gitea-Signature", "sha256=" + code));
  }

  /**
   * @see <a
   *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/libraries/javascript/src/index.test.ts">Standard
   *     Webhooks: its libraries' test values</a>
   */
  @Test
  void theStandardsVectorHolds() {
    assertEquals(
        "authentic msg_p5jXN8AQM9LWM0D4loKWxJek",
        prove(
            WebhookHost.GITLAB,
            "{\"test\": 2432232314}",
            List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
            "webhook-id",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp",
            "1614265330",
            "webhook-signature",
            "v1,bm9ldHUjKzFob2VudXRob2VodWUzMjRvdWVvdW9ldQo= v2,x"
                + " v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
  }

  @Test
  void aSignatureIsOfItsIdItsTimeAndItsBody() {
    byte[] key = "plain".getBytes(StandardCharsets.UTF_8);
    String now = Long.toString(NOW.getEpochSecond());
    String good = Signed.standard(key, "id-1", now, "{}");

    assertEquals("authentic id-1", standard("id-1", now, good, "{}"));
    String wrong = "webhook-signature is not this request's";
    assertEquals(wrong, standard("id-2", now, good, "{}"));
    assertEquals(wrong, standard("id-1", now, good, "{ }"));
    assertEquals(wrong, standard("id-1", "1614265331", good, "{}"));
    assertEquals(wrong, standard("id-1", now, "v1,AAAA", "{}"));
    assertEquals(wrong, standard("id-1", now, "v2" + good.substring(2), "{}"));
    assertEquals(wrong, standard("id-1", now, "", "{}"));
  }

  private static String standard(String id, String timestamp, String signature, String body) {
    return prove(
        WebhookHost.GITLAB,
        body,
        List.of("plain"),
        "webhook-id",
        id,
        "webhook-timestamp",
        timestamp,
        "webhook-signature",
        signature);
  }

  @Test
  void aSignatureIsGoodForFiveMinutesOnEitherSide() {
    byte[] key = "plain".getBytes(StandardCharsets.UTF_8);
    for (String shift : List.of("-300", "300", "-301", "301")) {
      String then = Long.toString(NOW.getEpochSecond() + Long.parseLong(shift));
      String verdict = standard("id", then, Signed.standard(key, "id", then, "{}"), "{}");
      boolean near = shift.endsWith("300");
      assertEquals(
          near ? "authentic id" : "webhook-timestamp is more than five minutes off",
          verdict,
          shift);
    }
    for (String broken : List.of("", "now", "9223372036854775807", "-9223372036854775808")) {
      assertEquals(
          "webhook-timestamp is more than five minutes off",
          standard("id", broken, Signed.standard(key, "id", broken, "{}"), "{}"));
    }
  }

  @Test
  void aSignatureThatDoesNotHoldIsNotSavedByTheToken() {
    assertEquals(
        "webhook-timestamp is more than five minutes off",
        prove(
            WebhookHost.GITLAB,
            "{}",
            List.of("plain"),
            "X-Gitlab-Token",
            "plain",
            "webhook-id",
            "id",
            "webhook-timestamp",
            "1",
            "webhook-signature",
            "v1,AAAA"));
  }

  @Test
  void gitlabsTokenIsTheSecretAndNothingElse() {
    assertTrue(token("plain").startsWith("authentic "), token("plain"));
    for (String wrong : List.of("", "plai", "plain2", "Plain", "plain plain")) {
      assertEquals("X-Gitlab-Token is not ours", token(wrong), wrong);
    }
    assertEquals("no X-Gitlab-Token", prove(WebhookHost.GITLAB, "{}", List.of("plain")));
    assertEquals(
        "more than one X-Gitlab-Token",
        prove(
            WebhookHost.GITLAB,
            "{}",
            List.of("plain"),
            "X-Gitlab-Token",
            "plain",
            "X-Gitlab-Token",
            "plain"));
  }

  private static String token(String token) {
    return prove(WebhookHost.GITLAB, "{}", List.of("plain"), "X-Gitlab-Token", token);
  }

  @Test
  void wrongAndMissingSignaturesAreRefused() {
    String code = Signed.hex(SECRET, "{}");
    String header = "X-Hub-Signature-256";
    String other = (code.charAt(0) == 'a' ? "b" : "a") + code.substring(1);
    String last = code.substring(0, 63) + (code.charAt(63) == 'a' ? "b" : "a");

    assertEquals("no " + header, prove(WebhookHost.GITHUB, "{}", List.of(SECRET)));
    for (String wrong : List.of(other, last)) {
      assertEquals(
          header + " is not this body's",
          prove(WebhookHost.GITHUB, "{}", List.of(SECRET), header, "sha256=" + wrong));
    }
    assertEquals(
        header + " is not this body's",
        prove(WebhookHost.GITHUB, "{ }", List.of(SECRET), header, "sha256=" + code));
    for (String broken :
        List.of(
            "",
            code,
            "sha1=" + code,
            "sha256=",
            "sha256=" + code + "00",
            "sha256=" + "z".repeat(64))) {
      assertEquals(
          header + " is no SHA-256 signature",
          prove(WebhookHost.GITHUB, "{}", List.of(SECRET), header, broken),
          broken);
    }
    assertEquals(
        "more than one " + header,
        prove(
            WebhookHost.GITHUB,
            "{}",
            List.of(SECRET),
            header,
            "sha256=" + code,
            header,
            "sha256=" + code));
    // GitHub's older header is SHA-1, and Bitbucket's signature is no business of GitHub's.
    assertEquals(
        "no " + header,
        prove(WebhookHost.GITHUB, "{}", List.of(SECRET), "X-Hub-Signature", "sha256=" + code));
  }

  @Test
  void whileASecretIsRotatedBothCount() {
    for (List<String> secrets :
        List.of(List.of("old", "new"), List.of("new", "old"), List.of("new"))) {
      String code = Signed.hex("new", "{}");
      assertEquals(
          "authentic " + code, prove(WebhookHost.GITEA, "{}", secrets, "X-Gitea-Signature", code));
    }
    assertEquals(
        "X-Gitea-Signature is not this body's",
        prove(WebhookHost.GITEA, "{}", List.of(), "X-Gitea-Signature", Signed.hex("new", "{}")));
  }

  @Test
  void nothingOfTheSecretIsTold() {
    assertEquals("***", WebhookSecret.of(SECRET).toString());
    for (WebhookHost host : WebhookHost.values()) {
      List<String> headers =
          Arrays.asList(
              "X-Hub-Signature-256",
              "sha256=" + "0".repeat(64),
              "X-Gitea-Signature",
              "0".repeat(64),
              "X-Hub-Signature",
              "sha256=" + "0".repeat(64),
              "X-Gitlab-Token",
              "x");
      String verdict = prove(host, "{}", List.of(SECRET), headers.toArray(String[]::new));
      assertFalse(verdict.contains("authentic"), verdict);
      assertFalse(verdict.contains(SECRET), verdict);
    }
  }
}
