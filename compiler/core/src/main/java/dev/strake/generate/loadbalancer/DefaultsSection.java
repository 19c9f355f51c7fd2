package dev.strake.generate.loadbalancer;

/**
 * How connections are treated that pass through.
 *
 * <p>Watches and {@code kubectl exec} are silent for long: an open stream may idle for four hours,
 * as long as kubelet itself lets it (streamingConnectionIdleTimeout). Dead peers are found by TCP
 * keep-alives and health checks instead. Everything before a connection stands is short, so that a
 * dead server costs a client little: a refused or lost attempt goes to another server at once.
 *
 * @see <a href="https://docs.haproxy.org/2.6/configuration.html#4.2-timeout%20tunnel">timeout
 *     tunnel</a>
 */
record DefaultsSection() implements HaproxySection {

  @Override
  public void writeTo(HaproxyText text) {
    text.section("defaults");
    text.line("log", "global");
    text.line("mode", "tcp");
    text.line("option", "dontlognull");
    text.line("option", "clitcpka");
    text.line("option", "srvtcpka");
    text.line("option", "redispatch", "1");
    text.line("retries", "3");
    text.line("timeout", "connect", "3s");
    text.line("timeout", "check", "3s");
    text.line("timeout", "queue", "10s");
    text.line("timeout", "client", "1m");
    text.line("timeout", "server", "1m");
    text.line("timeout", "tunnel", "4h");
    text.line("timeout", "client-fin", "30s");
    text.line("timeout", "server-fin", "30s");
  }
}
