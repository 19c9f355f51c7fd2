package dev.strake.generate.loadbalancer;

import org.jspecify.annotations.Nullable;

/**
 * When a server counts as well: it answers {@code GET} over TLS with 200. A port that is open says
 * too little: an API server opens it before it is ready and keeps it open while it shuts down.
 *
 * @param path {@code /readyz}
 * @param intervalSeconds between two checks
 * @param rise good answers in a row before a server gets connections again
 * @param fall bad answers in a row before it gets none
 * @param caFile on the host, to verify the server's certificate with; null to believe anyone
 * @see <a href="https://kubernetes.io/docs/reference/using-api/health-checks/">API server health
 *     endpoints</a>
 */
record HealthCheck(String path, int intervalSeconds, int rise, int fall, @Nullable String caFile) {

  void writeTo(HaproxyText text) {
    text.line("option", "httpchk");
    text.line("http-check", "connect", "ssl");
    text.line(
        "http-check",
        "send",
        "meth",
        "GET",
        "uri",
        path,
        "ver",
        "HTTP/1.1",
        "hdr",
        "Host",
        "kubernetes");
    text.line("http-check", "expect", "status", "200");
    if (caFile == null) {
      text.comment("Checks only: clients verify the certificate themselves, through the balancer.");
      text.comment("No CA file is configured, so a check believes any certificate.");
      text.line("default-server", "verify", "none");
    } else {
      text.line("default-server", "verify", "required", "ca-file", caFile);
    }
    text.line(
        "default-server",
        "check",
        "inter",
        intervalSeconds + "s",
        "rise",
        Integer.toString(rise),
        "fall",
        Integer.toString(fall));
  }
}
