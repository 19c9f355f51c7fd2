package dev.strake.generate.loadbalancer;

import dev.strake.spec.ApiServer.AnonymousAuth;
import dev.strake.spec.LoadBalancer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a server counts as well: it answers {@code GET} over TLS with 200. A port that is open says
 * too little: an API server opens it before it is ready and keeps it open while it shuts down.
 *
 * @param path {@code /readyz}
 * @param interval between two checks
 * @param rise good answers in a row before a server gets connections again
 * @param fall bad answers in a row before it gets none
 * @param anonymous whether the check, which has no credentials, is told how the server is
 * @param caFile on the host, to verify the server's certificate with; null to believe anyone
 * @see <a href="https://kubernetes.io/docs/reference/using-api/health-checks/">API server health
 *     endpoints</a>
 */
record HealthCheck(
    String path,
    Duration interval,
    int rise,
    int fall,
    boolean anonymous,
    @Nullable String caFile) {

  /**
   * A name in every certificate that kubeadm makes for an API server, and in no other: kubelets'
   * certificates, which are of the same authority, have their nodes' names.
   *
   * @see <a
   *     href="https://kubernetes.io/docs/setup/best-practices/certificates/#all-certificates">Kubernetes:
   *     PKI certificates</a>
   */
  static final String SERVER_NAME = "kubernetes.default.svc";

  static HealthCheck of(
      LoadBalancer.HealthCheck written, AnonymousAuth anonymousAuth, @Nullable String caFile) {
    return new HealthCheck(
        written.path().toString(),
        written.interval().toDuration(),
        written.rise(),
        written.fall(),
        anonymousAuth != AnonymousAuth.Disabled,
        caFile);
  }

  void writeTo(HaproxyText text) {
    text.line("option", "httpchk");
    text.line("http-check", "connect", "ssl", "sni", SERVER_NAME);
    text.line(
        "http-check",
        "send",
        "meth",
        "GET",
        "uri",
        requestTarget(),
        "ver",
        "HTTP/1.1",
        "hdr",
        "Host",
        SERVER_NAME);
    if (anonymous) {
      text.line("http-check", "expect", "status", "200");
    } else {
      text.comment("Without credentials it answers 401, ready or not; more cannot be asked.");
      text.line("http-check", "expect", "status", "200,401");
    }
    writeTrust(text);
    text.line(
        "default-server",
        "check",
        "inter",
        HaproxyText.time(interval),
        "rise",
        Integer.toString(rise),
        "fall",
        Integer.toString(fall));
  }

  /** What has no place in the line of a request is encoded. */
  private String requestTarget() {
    StringBuilder target = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c > 0x20 && c < 0x7f && "\"<>\\^`{|}#".indexOf(c) < 0;
      target.append(plain ? c : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return target.toString();
  }

  private void writeTrust(HaproxyText text) {
    if (caFile == null) {
      text.comment("Checks only: clients verify the certificate themselves, through the balancer.");
      text.comment("A check believes any certificate.");
      text.line("default-server", "verify", "none");
    } else {
      text.line(
          "default-server", "verify", "required", "ca-file", caFile, "verifyhost", SERVER_NAME);
    }
  }
}
